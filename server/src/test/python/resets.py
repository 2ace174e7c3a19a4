"""How long resets take while other databases are busy, and what they leave behind. Wants a running server and nothing else.

    python3 resets.py --url http://127.0.0.1:8069 --resets 500 --records 1000 --pid "$(pgrep -f 'sandoo.jar serve')"
"""
import argparse
import http.client
import json
import multiprocessing
import os
import statistics
import sys
import time
import urllib.parse


class Client:
    """One connection that is kept open."""

    def __init__(self, url):
        parts = urllib.parse.urlsplit(url)
        self.connection = http.client.HTTPConnection(parts.hostname, parts.port)

    def send(self, method, path, body=None):
        text = "" if body is None else json.dumps(body)
        self.connection.request(method, path, text, {"Content-Type": "application/json"})
        answer = self.connection.getresponse()
        data = answer.read()
        if answer.status >= 400:
            sys.exit(f"{method} {path}: {answer.status} {data.decode()}")
        return json.loads(data) if data else None

    def control(self, method, path, body=None):
        return self.send(method, "/_sandoo" + path, body)

    def call(self, database, model, method, *args):
        params = {"service": "object", "method": "execute_kw",
                  "args": [database, 2, "admin", model, method, list(args)]}
        answer = self.send("POST", "/jsonrpc", {"jsonrpc": "2.0", "id": 1, "method": "call", "params": params})
        if "error" in answer:
            sys.exit(f"{model}.{method}: {answer['error']['data']['message']}")
        return answer["result"]


def keep_busy(url, database, stop):
    client = Client(url)
    while not stop.is_set():
        partner = client.call(database, "res.partner", "create", {"name": "busy"})
        client.call(database, "res.partner", "search_read", [["id", "=", partner]], ["name", "email"])
        client.call(database, "res.partner", "unlink", [partner])


def write_something(client, database):
    tag = client.call(database, "res.partner.category", "create", {"name": "tag"})
    partner = client.call(database, "res.partner", "create", {"name": "new", "category_id": [[6, 0, [tag]]]})
    client.call(database, "res.partner", "write", [1], {"name": "changed"})
    return partner


def process(pid):
    with open(f"/proc/{pid}/status") as status:
        memory = next(line.split()[1] for line in status if line.startswith("VmRSS"))
    return f"{int(memory) // 1024} MB, {len(os.listdir(f'/proc/{pid}/fd'))} files and sockets"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--url", default="http://127.0.0.1:8069")
    parser.add_argument("--resets", type=int, default=500)
    parser.add_argument("--records", type=int, default=1000)
    parser.add_argument("--load", type=int, default=2, help="how many other databases are kept busy")
    parser.add_argument("--pid", type=int, help="the server's process, to tell its memory and open files")
    options = parser.parse_args()
    client = Client(options.url)
    mark = str(os.getpid())
    name, others = "reset_" + mark, [f"busy_{mark}_{i}" for i in range(options.load)]
    for database in [name, *others]:
        client.control("POST", "/databases", {"name": database})
    client.call(name, "res.partner", "create", [{"name": f"partner {i}"} for i in range(options.records)])
    expected = client.call(name, "res.partner", "search_count", [])
    client.control("POST", f"/databases/{name}/snapshots", {"name": "full_" + mark})
    client.control("POST", f"/databases/{name}/reset", {"snapshot": "full_" + mark})
    before = process(options.pid) if options.pid else ""
    stop = multiprocessing.Event()
    busy = [multiprocessing.Process(target=keep_busy, args=(options.url, other, stop)) for other in others]
    for worker in busy:
        worker.start()
    times = []
    for _ in range(options.resets):
        write_something(client, name)
        start = time.perf_counter()
        client.control("POST", f"/databases/{name}/reset", {"snapshot": "full_" + mark})
        times.append((time.perf_counter() - start) * 1000)
    stop.set()
    for worker in busy:
        worker.join()
    if client.call(name, "res.partner", "search_count", []) != expected:
        sys.exit("the last reset has left something behind")
    times.sort()
    print(f"{options.resets} resets, {options.records} records, {options.load} other databases busy: "
          f"median {statistics.median(times):.1f} ms, p99 {times[int(len(times) * 0.99)]:.1f} ms, "
          f"worst {times[-1]:.1f} ms")
    if options.pid:
        print(f"server before: {before}; after: {process(options.pid)}")
    for database in [name, *others]:
        client.control("DELETE", f"/databases/{database}")
    print("databases left:", client.control("GET", "/databases")["databases"])


if __name__ == "__main__":
    main()
