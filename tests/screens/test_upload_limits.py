"""So much may be uploaded in an hour, by one visit and by all; the limits do not ask who it is."""

import pytest
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import Route

from pages.parts import upload_limits
from pages.parts.server import prepared
from pages.parts.upload_limits import HOUR, REFUSED, UploadLimits, Uploads
from tests.screens.asked_server import AskedServer

HERS, HIS = "kunjungan-1", "kunjungan-2"


@pytest.fixture
def clock():
    return [0.0]


@pytest.fixture
def server(clock, monkeypatch):
    for name, most in (("MOST_OF_A_VISIT", 100), ("MOST_FILES_OF_A_VISIT", 4), ("MOST_OF_ALL", 150)):
        monkeypatch.setattr(upload_limits, name, most)

    async def taken(request):
        return Response(str(len(await request.body())))

    route = Route("/_stcore/upload_file/{visit}/{file}", taken, methods=["PUT", "DELETE"])
    uploads = Uploads(lambda: clock[0])
    return AskedServer([route], [Middleware(UploadLimits, uploads=uploads)])


def _upload(server, visit, size, method="PUT"):
    status, _, body = server.ask(method, f"/_stcore/upload_file/{visit}/1", body=b"x" * size)
    return status, body


def test_a_file_within_the_limits_comes_through_whole(server):
    assert _upload(server, HERS, 60) == (200, b"60")


def test_a_visit_that_has_uploaded_its_bytes_is_refused_with_the_reason(server):
    _upload(server, HERS, 100)
    assert _upload(server, HERS, 1) == (429, REFUSED.encode())


def test_a_visit_that_has_uploaded_its_number_of_files_is_refused(server):
    assert [_upload(server, HERS, 1)[0] for _ in range(5)] == [200] * 4 + [429]


def test_another_visit_is_not_refused_for_it(server):
    _upload(server, HERS, 100)
    assert _upload(server, HIS, 1)[0] == 200


def test_what_all_have_uploaded_is_limited_too(server):
    _upload(server, HERS, 99)
    _upload(server, HIS, 51)
    assert _upload(server, "kunjungan-3", 1)[0] == 429


@pytest.mark.parametrize(("later", "status"), [(HOUR - 1, 429), (HOUR, 200)])
def test_after_an_hour_a_visit_may_upload_again(server, clock, later, status):
    _upload(server, HERS, 100)
    clock[0] = later
    assert _upload(server, HERS, 1)[0] == status


def test_taking_a_file_back_is_never_refused(server):
    _upload(server, HERS, 100)
    assert _upload(server, HERS, 0, "DELETE")[0] == 200


def test_the_server_has_the_limits():
    assert UploadLimits in [one.cls for one in prepared()["middleware"]]
