"""The folder of photos and scans copied along: each file once, under the hash of its content."""

from pathlib import Path
from typing import Final

from db.evidence.folder import FileAway, FolderNotWritten, files_in, read_file, write_file
from db.upkeep.refused import NotCopied

BESIDE: Final = "bukti"  # within the folder of the backups


def copy_evidence(source: Path, target: Path) -> tuple[int, list[str]]:
    """Copy what is not there yet; gives how many, and the names of those that are not what they were.

    Copies and no hard links: damage of the disk would reach both names of one file.
    """
    if not source.is_dir():
        raise NotCopied(f"Folder foto dan pindaian {source} tidak ada, jadi tidak ikut dicadangkan.")
    target.mkdir(mode=0o700, exist_ok=True)
    there = {one.name for one in files_in(target)}
    copied, spoilt = 0, []
    for file in files_in(source):
        if file.name in there or file.suffix:  # a write that is not finished
            continue
        try:
            write_file(target, read_file(source, file.name))
        except FileAway:
            spoilt.append(file.name)
            continue
        except FolderNotWritten as refused:
            raise NotCopied(f"Folder {target} penuh atau tidak dapat ditulis.") from refused
        copied += 1
    return copied, spoilt
