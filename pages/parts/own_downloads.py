"""A file that is made when it is asked for belongs to the visit that offered it, and to who acted then.

Streamlit makes such a file for whoever knows its number, also from another visit or after another person
has taken the seat; these two pieces close that.
"""

from typing import Final

from streamlit.proto.BackMsg_pb2 import BackendOperationRequest
from streamlit.proto.ForwardMsg_pb2 import BackendOperationResponse
from streamlit.runtime import exists, get_instance
from streamlit.runtime.backend_operation_handler import DeferredFileHandler
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx

NOT_YOURS: Final = "Berkas ini bukan milik kunjungan Anda. Muat ulang halaman, lalu unduh lagi."


def offered_by(files: MediaFileManager, session_id: str) -> frozenset[str]:
    """The numbers of the files that a visit offers and that are still to be made."""
    with files._lock:
        return frozenset(files._deferred_ids_by_session.get(session_id, ()))


def forget_offered(files: MediaFileManager, session_id: str) -> None:
    """Take back every file that a visit offers and that is still to be made."""
    with files._lock:
        for file_id in tuple(files._deferred_ids_by_session.get(session_id, ())):
            files._drop_deferred_id(file_id)


def forget_what_was_offered() -> None:
    """Take back what this visit offered; for the moment at which somebody else takes the seat."""
    visit = get_script_run_ctx()
    if visit is not None and exists():
        forget_offered(get_instance().media_file_mgr, visit.session_id)


class OwnDownloads(DeferredFileHandler):
    """Makes a file for the visit that offered it, and for no other."""

    async def handle(self, request: BackendOperationRequest, session_id: str) -> BackendOperationResponse:
        """Make the file, or say why not."""
        if request.deferred_file.file_id in offered_by(self._get_media_file_mgr(), session_id):
            return await super().handle(request, session_id)
        return BackendOperationResponse(request_id=request.request_id, error_msg=NOT_YOURS)


def guard_downloads() -> None:
    """Let every visit that begins from now on make its own files alone."""
    from streamlit.runtime import app_session

    app_session.DeferredFileHandler = OwnDownloads  # type: ignore[attr-defined]
