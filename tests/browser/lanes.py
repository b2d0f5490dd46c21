"""Two processes of the application over one PostgreSQL, behind the proxy as the guide for servers has it."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.browser.driver import ROOT, Server, free_port

CONFIGURED = ROOT / "docs" / "server" / "nginx.conf"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


@dataclass(frozen=True)
class Lanes:
    """Both lanes, and under which address each is reached; with the proxy it is one, and a cookie tells."""

    lane_a: Server
    lane_b: Server
    front: str | None

    def url(self, lane: str) -> str:
        """The address of a lane."""
        return self.front or getattr(self, lane).url


@contextmanager
def proxied(folder: Path, lane_a: Server, lane_b: Server) -> Iterator[Lanes]:
    """Put the proxy before both, where the machine has it."""
    if NGINX is None:
        yield Lanes(lane_a, lane_b, None)
        return
    port = free_port()
    written = _configuration(folder, port, lane_a, lane_b)
    process = subprocess.Popen([NGINX, "-c", str(written), "-p", str(folder), "-g", "daemon off;"])
    try:
        yield Lanes(lane_a, lane_b, f"https://localhost:{port}")
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(5)


def _configuration(folder: Path, port: int, lane_a: Server, lane_b: Server) -> Path:
    """The guide's own file, with ports, names and places of this test in the place of its own."""
    told = CONFIGURED.read_text("utf-8")
    places = {
        "8501": lane_a.url.rpartition(":")[2],
        "8502": lane_b.url.rpartition(":")[2],
        "listen 80;": f"listen {free_port()};",
        "listen 443": f"listen {port}",
        "dana.example.go.id": "localhost",
        "/etc/dinas/tls": str(folder),
    }
    for here, there in places.items():
        assert here in told, here
        told = told.replace(here, there)
    _certificate(folder)
    own = "\n".join(f"{kind}_temp_path {folder / kind};" for kind in ("client_body", "proxy"))
    written = folder / "nginx.conf"
    written.write_text(
        f"pid {folder / 'nginx.pid'};\nerror_log {folder / 'proxy.log'};\nevents {{}}\n"
        f"http {{\naccess_log off;\n{own}\n{told}\n}}\n"
    )
    return written


def _certificate(folder: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    begins = datetime.now(UTC) - timedelta(days=1)
    names = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))])
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    dated = builder.serial_number(1).not_valid_before(begins).not_valid_after(begins + timedelta(days=9))
    signed = dated.add_extension(names, critical=False).sign(key, hashes.SHA256())
    (folder / "fullchain.pem").write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    (folder / "privkey.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.TraditionalOpenSSL,
            serialization.NoEncryption(),
        )
    )


def lane_of(cookies: list[dict[str, str]]) -> str:
    """Which lane the browser was told that it is on; blank without the proxy."""
    told = next((one["value"] for one in cookies if one["name"] == "lane"), "")
    assert re.fullmatch(r"(lane_[ab])?", told), told
    return told
