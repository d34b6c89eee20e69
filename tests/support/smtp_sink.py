"""An SMTP server that behaves as it is told, for tests.

    smtp_sink.py BEHAVIOUR [--folder DIR]

Prints `port N` (and `certificate FILE` for starttls) once it listens on 127.0.0.1, then one line
for each letter that it took: `letter SENDER RECIPIENT OPTIONS HEX-OF-BYTES`, and `quit` for each
QUIT. Ends when its standard input does, so that it never outlives the test that started it.
"""
import argparse
import asyncio
import logging
import ssl
import subprocess
import sys
import warnings

from aiosmtpd.smtp import SMTP, AuthResult

FOR_EVER = 3600


def say(*words):
    print(*words, flush=True)


class Handler:
    def __init__(self, behaviour):
        self.behaviour = behaviour
        self.seen = 0

    async def handle_MAIL(self, server, session, envelope, address, options):
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        if self.behaviour == "mail530":
            return "530 5.7.0 Authentication required"
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        self.seen += 1
        if self.behaviour == "rcpt550":
            return "550 5.1.1 No such user"
        if self.behaviour == "rcpt451" or (self.behaviour == "greylist" and self.seen == 1):
            return "451 4.7.1 Greylisted, come back"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        slow = self.behaviour == "hang_first" and "slow" in envelope.rcpt_tos[0]
        if self.behaviour == "hang" or slow:
            await asyncio.sleep(FOR_EVER)
        if self.behaviour == "data554":
            return "554 5.7.1 Content refused\u00e9"
        if self.behaviour == "drop_before":
            server.transport.abort()
            return "250 never sent"
        options = ",".join(envelope.mail_options) or "-"
        say("letter", envelope.mail_from, envelope.rcpt_tos[0], options,
            envelope.original_content.hex())
        if self.behaviour == "drop_after":
            await server.push("250 2.0.0 Ok: queued")
            server.transport.close()
        return "250 2.0.0 Ok: queued"

    async def handle_QUIT(self, server, session, envelope):
        say("quit")
        if self.behaviour == "hang_quit":
            await asyncio.sleep(FOR_EVER)
        return "221 Bye"


def make_certificate(folder):
    key, certificate = folder + "/key.pem", folder + "/certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out",
         certificate, "-days", "2", "-subj", "/CN=localhost", "-addext",
         "subjectAltName=DNS:localhost"], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    say("certificate", certificate)
    return context


def settings_of(behaviour, folder):
    settings = {"enable_SMTPUTF8": behaviour != "plain_ascii", "hostname": "sink.example"}
    if behaviour == "starttls":
        settings.update(tls_context=make_certificate(folder), require_starttls=True)
    if behaviour in ("auth", "auth535"):
        def authenticate(server, session, envelope, mechanism, data):
            good = data.login == b"desk" and data.password == b"secret"
            return AuthResult(success=good, handled=behaviour == "auth")
        settings.update(authenticator=authenticate, auth_require_tls=False, auth_required=True)
    return settings


async def greet_rudely(reader, writer):
    writer.write(b"554 no service here\r\n")
    await writer.drain()
    await reader.read()
    writer.close()


async def main():
    logging.disable()
    warnings.simplefilter("ignore")
    parser = argparse.ArgumentParser()
    parser.add_argument("behaviour")
    parser.add_argument("--folder", default="/tmp")
    arguments = parser.parse_args()
    loop = asyncio.get_running_loop()
    behaviour = arguments.behaviour
    if behaviour == "greeting554":
        server = await asyncio.start_server(greet_rudely, "127.0.0.1", 0)
    else:
        handler, settings = Handler(behaviour), settings_of(behaviour, arguments.folder)
        server = await loop.create_server(lambda: SMTP(handler, **settings), "127.0.0.1", 0)
    say("port", server.sockets[0].getsockname()[1])
    await loop.run_in_executor(None, sys.stdin.read)
    sys.exit(0)


if __name__ == "__main__":
    asyncio.run(main())
