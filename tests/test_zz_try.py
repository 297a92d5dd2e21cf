from tests.desk import *
from tests.stories.story import Reader
import time
def test_x(app, make):
    t=time.time()
    ps = papers(app, make); print(len(ps), sum(len(p.fields) for p in ps), time.time()-t)
    t=time.time()
    for p in ps:
        a, _ = p.send()
        if a.status_code != 303:
            import re
            errs = re.findall(r'error-summary-title.*?</ul>', a.text, re.S)
            print(p.action, a.status_code, re.sub(r"<[^>]+>|\s+", " ", errs[0]) if errs else re.sub(r"<[^>]+>|\s+", " ", re.findall(r'<main.*?</main>', a.text, re.S)[0])[:300])
    print(time.time()-t)
    for p in ps:
        if "pages/6" in p.action: print({n: c.held for n,c in p.controls.items()})
    print(sorted({plain(f.name) for p in ps for f in p.fields if f.kind in ("text","textarea","number","search")}))
    print(sorted({plain(f.name) for p in ps for f in p.fields if f.kind in ("hidden","password")}))
