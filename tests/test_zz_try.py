from tests.test_bad_input import *
def test_d(desk):
    for paper in desk.papers:
        def again(first, paper=paper):
            once = contents()
            second = paper.browser.post(paper.action, data=paper.sent())
            if first.status_code == 303:
                now = contents()
                diff = [t for t in now if now[t] != once[t]]
                if second.status_code != 303 or second.location != first.location or diff: print("DBL", paper.action, second.status_code, first.location, second.location, diff, "form_token" in paper.controls, paper.controls.get("seen") and paper.controls["seen"].held)
        paper.send(look=again)
def test_e(desk):
    before = contents()
    for paper in desk.papers:
        if paper.controls.get("seen") and any(paper.controls["seen"].held):
            answer, after = paper.send(look=lambda _: contents(), seen="77")
            if after != before or answer.status_code != 409: print("STALE", paper.action, answer.status_code, paper.controls["seen"].held, [t for t in after if after[t]!=before[t]])
            typed = [clean(field.held[0]) for field in paper.fields if field.kind == "textarea" and field.held]
            if answer.status_code == 409 and not all(text in answer.text for text in typed):
                print("LOST", paper.action, paper.controls["seen"].held)
