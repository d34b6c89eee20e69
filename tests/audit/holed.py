#!/usr/bin/env python3
"""A server with holes on purpose: one query made of text, one page that repeats what it is sent, no
headers of security. What does not find them here proves nothing by finding none elsewhere."""
import html
import http.server
import sqlite3
import urllib.parse

PEOPLE = sqlite3.connect(":memory:", check_same_thread=False)
PEOPLE.execute("create table person (id integer, name text)")
PEOPLE.executemany("insert into person values (?, ?)", [(1, "Ada"), (2, "Bea"), (3, "Cleo")])


class Holed(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(self.path).query))
        body = '<p><a href="/?name=Ada">Ada</a> <a href="/?say=hello">hello</a></p>'
        status = 200
        if "name" in query:
            try:
                rows = PEOPLE.execute(f"select name from person where name = '{query['name']}'")
                body = "".join(f"<p>{html.escape(str(name))}</p>" for (name,) in rows)
            except sqlite3.Error as error:
                status, body = 500, f"sqlite3.{type(error).__name__}: {html.escape(str(error))}"
        if "say" in query:
            body = f"<p>{query['say']}</p>"
        self.send_response(status)
        self.send_header("Content-Type", "text/html")
        self.send_header("Set-Cookie", "seen=1")
        self.end_headers()
        self.wfile.write(f"<html><body>{body}</body></html>".encode())

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Holed)
print(f"http://127.0.0.1:{server.server_port}", flush=True)
server.serve_forever()
