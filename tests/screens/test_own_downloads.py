"""A file that is made when it is asked for goes to the visit that offered it, and nothing keeps a copy."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import Route
from streamlit.proto.BackMsg_pb2 import BackendOperationRequest
from streamlit.runtime import app_session, media_file_manager
from streamlit.runtime.backend_operation_handler import DeferredFileHandler
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from pages.parts.guarding.policy import Policy
from pages.parts.own_downloads import NOT_YOURS, OwnDownloads, forget_offered
from pages.parts.server import prepared
from tests.screens.asked_server import AskedServer

HERS, HIS = "kunjungan-1", "kunjungan-2"


@pytest.fixture
def files(monkeypatch):
    monkeypatch.setattr(media_file_manager, "_get_session_id", lambda: HERS)
    return MediaFileManager(storage=MemoryMediaFileStorage("/media"))


@pytest.fixture
def offered(files):
    return files.add_deferred(lambda: b"NIK 3527034506850000", "text/plain", "0", "daftar.txt")


def _asked(files, file_id, session_id):
    request = BackendOperationRequest(request_id="1", session_id=session_id)
    request.deferred_file.file_id = file_id
    with ThreadPoolExecutor(1) as aside:  # browser tests of the same worker leave their loop running here
        return aside.submit(asyncio.run, OwnDownloads(lambda: files).handle(request, session_id)).result()


def test_the_visit_that_offered_a_file_gets_it(files, offered):
    assert _asked(files, offered, HERS).deferred_file.url.startswith("/media/")


def test_another_visit_that_knows_the_number_does_not_get_it(files, offered):
    assert _asked(files, offered, HIS).error_msg == NOT_YOURS


def test_a_file_offered_to_who_sat_there_before_is_not_made_any_more(files, offered):
    forget_offered(files, HERS)
    assert _asked(files, offered, HERS).error_msg == NOT_YOURS


def test_every_visit_of_the_server_makes_its_files_in_this_way():
    prepared()
    assert app_session.DeferredFileHandler is OwnDownloads
    assert issubclass(OwnDownloads, DeferredFileHandler)


def _kept(path):
    """What an answer says of keeping a copy, where the answer itself would allow it."""

    def answer(_request):
        return Response(b"x", headers={"cache-control": "public, max-age=60"})

    server = AskedServer([Route(path, answer)], [Middleware(Policy, "", always_over_tls=False)])
    return server.get(path)[1]["cache-control"]


def test_no_copy_of_a_download_or_a_picture_is_kept():
    assert _kept("/media/0a1b.pdf") == "no-store"


def test_the_programs_own_scripts_may_be_kept():
    assert _kept("/static/js/index.js") == "public, max-age=60"
