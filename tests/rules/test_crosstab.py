"""Facts counted by two of what is known of them: each once in its cell and once in each total, and a person once everywhere."""
from portal.rules.crosstab import ALL, MOST, OTHER, UNKNOWN, Fact, behind, bucketed, mean_of, most_frequent, people, records, summed


def fact(id, person, **values):
    return Fact(id, person, values)


FACTS = [fact(1, 10, district="a", sex="L", minutes=30), fact(2, 10, district="b", sex="L", minutes=None),
         fact(3, 11, district="a", sex="P", minutes=61)]


def district(each):
    return each.values["district"]


def columns(each):
    return each.values["sex"], ALL


def test_every_fact_is_in_its_cell_and_in_the_totals():
    found = bucketed(FACTS, district, columns)
    counted = {row: {column: records(facts) for column, facts in line.items()} for row, line in found.items()}
    assert counted == {"a": {"L": 1, "P": 1, ALL: 2}, "b": {"L": 1, ALL: 1}, ALL: {"L": 2, "P": 1, ALL: 3}}


def test_a_person_in_two_rows_is_one_in_the_total():
    found = bucketed(FACTS, district, columns)
    assert [people(found[row][ALL]) for row in ("a", "b", ALL)] == [2, 1, 2]


def test_what_stands_behind_a_figure_is_what_it_counts():
    found = bucketed(FACTS, district, columns)
    for row in ("a", "b", ALL):
        for column in ("L", "P", ALL):
            assert behind(FACTS, district, columns, row, column) == found.get(row, {}).get(column, [])
    assert behind(FACTS, district, columns, "c", ALL) == [] == behind(FACTS, district, columns, "a", "x")


def test_what_is_not_known_adds_nothing_and_is_no_part_of_a_mean():
    assert (summed("minutes")(FACTS), mean_of("minutes")(FACTS), mean_of("minutes")(FACTS[1:2]), mean_of("minutes")([])) == (91, 46, None, None)


def test_words_that_differ_in_blanks_and_capitals_are_one_told_as_they_are_written_most():
    facts = [fact(n, n, place=text) for n, text in enumerate(["Pasar Baru", "pasar  baru", " Pasar Baru", "Pasar Baru", "", "  ", "Terminal"])]
    found = most_frequent(facts, "place")
    assert len({found[text] for text in ("Pasar Baru", "pasar  baru", " Pasar Baru")}) == 1
    assert found["pasar  baru"][1] == "Pasar Baru"
    assert found[""] == found["  "] == (UNKNOWN, "")
    assert "/" not in found["Terminal"][0] and "erminal" not in found["Terminal"][0]


def test_beyond_the_most_frequent_and_below_the_least_persons_it_is_the_rest():
    facts = [fact(n, n, place=f"Tempat {n % (MOST + 1):02}") for n in range(3 * (MOST + 1) - 1)]
    assert most_frequent(facts, "place")[f"Tempat {MOST:02}"] == (OTHER, "")
    assert len({code for code, words in most_frequent(facts, "place").values() if words}) == MOST
    same = [fact(1, 7, place="Rumah Pak Ali"), fact(2, 7, place="Rumah Pak Ali"), fact(3, 8, place="Pasar"), fact(4, 9, place="Pasar")]
    assert most_frequent(same, "place", least=2)["Rumah Pak Ali"] == (OTHER, "")
    assert most_frequent(same, "place", least=2)["Pasar"][1] == "Pasar"
