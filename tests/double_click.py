"""Ten threads send one form at the same moment; prints what became of it. Run by test_bad_input."""
import json
import threading

from portal import audit, create_app
from portal.db import db
from portal.office.models import Office
from portal.office.regions import places
from portal.records import Counter
from portal.reports.models import Report
from portal.rules.numbers import Book
from portal.rules.office import TimeZone
from portal.tokens import FormToken
from tests.conftest import Make
from tests.page import PageClient

TOLD = {"narrative": "Anak mengamen.", "danger": "no", "channel": "telephone", "district": "99.01.01", "received_at": "sekarang"}


def main():
    app, make, answers = create_app({"TESTING": True, "WTF_CSRF_ENABLED": False}), Make(), []
    app.test_client_class = PageClient
    with app.app_context(), db.unit():
        Office.set_up(by=None, places=places("99.01"), government="Pemerintah Kabupaten Teluk Melati", name="Dinas Sosial", region="99.01",
                      zone=TimeZone.WITA, place="Teluk Melati")
    with app.app_context():
        officer = make.user()
        browsers = [app.test_client() for _ in range(10)]
        for browser in browsers:
            browser.sign_in(officer)
    browsers[0].get("/reports/new")
    key, line = FormToken.get().key, threading.Barrier(len(browsers))
    threads = [threading.Thread(target=click, args=(browser, key, line, answers)) for browser in browsers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with app.app_context():
        print(json.dumps({"statuses": sorted({answer.status_code for answer in answers}),
                          "locations": sorted({answer.location for answer in answers}),
                          "reports": Report.select().count(), "counted": Counter.get(Counter.book == Book.REPORT).last, "fault": audit.verify()}))


def click(browser, key, line, answers):
    line.wait()
    answers.append(browser.post("/reports/new", data=TOLD | {"form_token": key}))
    db.close()


if __name__ == "__main__":
    main()
