import pytest
from portal.rules.roles import Role

def test_pages(make, client):
    user = client.sign_in(make.user())
    r = client.get("/reports"); print(r.status_code); assert r.status_code==200
    r = client.get("/reports/new"); assert r.status_code==200
    a = make.verified(by=user, people=[{"name":"Andi Pratama","sex":"L","nik":"9901021405120001"}])
    b = make.report(by=user, people=[{"name":"Andi","sex":"L"}, {}])
    for rep in (a,b):
        for path in ("", "/triage","/verification","/merge","/disposition","/cancellation","/reply","/correction","/people"):
            r = client.get(f"/reports/{rep.id}{path}"); assert r.status_code==200, (path, r.text[:300])
        for p in rep.persons:
            for path in ("", "/correction"):
                r = client.get(f"/reports/people/{p.id}{path}"); assert r.status_code==200, r.text[:300]
    c = a.persons[0].client
    assert client.get("/clients").status_code==200
    for path in ("", "/identity","/places","/school","/papers","/aliases","/relations","/consents","/dtsen"):
        r = client.get(f"/clients/{c.id}{path}"); assert r.status_code==200, (path, r.text[:300])
    client.post(f"/clients/{c.id}/reveal"); client.post(f"/reports/{a.id}/reveal")
    client.sign_in(make.user())
    assert client.get(f"/clients/{c.id}").status_code==200
    assert client.get(f"/reports/{a.id}").status_code==200
