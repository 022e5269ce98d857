"""The page of a map in a real browser: what it fetches, what it runs, what it shows, how it is walked."""

import base64
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest

from argmap import ArgumentMap, load
from argmap.shipped import builtin
from argmap.sources.article import Article
from tests.browser.driving import Browser, a_browser
from tests.cli.running import RIVERTON
from tests.cli.test_hostile import HOSTILE, hostile_map

AXE = "axe-core@4.11.0"
NASTY = (
    "</script><img src=x onerror=alert(1)> <!--<script> javascript:alert(1) \"'` onmouseover=alert(1) "
    f"&lt;b&gt; ${{alert(1)}} {HOSTILE}"
)
OVERFLOW = """
const bad = [];
for (const box of document.querySelectorAll('.box')) {
  const outer = box.querySelector('rect').getBoundingClientRect();
  for (const text of box.querySelectorAll('text')) {
    const inner = text.getBoundingClientRect();
    if (inner.left < outer.left || inner.right > outer.right || inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1)
      bad.push(text.textContent);
  }
}
return bad;
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with a_browser(tmp_path_factory.mktemp("browser")) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Browser]:
    """A browser as it was at first; what a test leaves to complain about fails it."""
    browser.look()
    yield browser
    assert [each for each in browser.complaints() if "favicon" not in each] == []


@pytest.fixture(scope="module")
def riverton() -> ArgumentMap:
    return load(RIVERTON)


@pytest.fixture(scope="module")
def article() -> Article:
    return Article(RIVERTON.with_name("riverton.txt").read_text(encoding="utf-8"), "riverton.txt")


def a_map(count: int, links: list[tuple[int, int]], **more: Any) -> ArgumentMap:
    nodes = [{"id": f"n{index}", "kind": "claim", "text": f"Statement {index}"} for index in range(count)]
    arrows = [{"premises": [f"n{a}"], "target": f"n{b}", "relation": "supports"} for a, b in links]
    return ArgumentMap.model_validate({"nodes": nodes, "links": arrows, **more})


def handle(name: str, page: Browser) -> str:
    index = page.run(
        "return [...document.querySelectorAll('.box')].find(each => each.getAttribute('aria-label').includes(arguments[0])).dataset.node",
        name,
    )
    return f"[data-fold='{index}']"


# --- nothing from outside, nothing run ----------------------------------------------------------


def test_the_page_asks_for_nothing_but_itself(page: Browser, riverton: ArgumentMap, article: Article) -> None:
    page.open(riverton, article)
    for tab in ("outline", "balance", "verdicts", "findings", "map"):
        page.click(f"#tab-{tab}")
    page.click(".box")
    assert page.requests() == [(page.folder / "page.html").as_uri()]


def test_the_policy_keeps_out_what_is_not_the_page(page: Browser, riverton: ArgumentMap) -> None:
    page.open(riverton)
    page.run(
        "const script = document.createElement('script'); script.textContent = 'window.ran = true';"
        "document.body.append(script);"
        "const image = document.createElement('img'); image.src = 'https://example.org/x.png';"
        "document.body.append(image); document.body.setAttribute('onclick', 'window.ran = true'); document.body.click()"
    )
    assert page.run("return window.ran") is None
    assert not [each for each in page.requests() if each.startswith("http")]
    assert len([each for each in page.complaints() if "Content Security Policy" in each]) == 3


@pytest.mark.parametrize("tab", ["map", "outline", "balance", "verdicts", "findings"])
def test_hostile_texts_do_nothing_and_are_shown(page: Browser, tab: str) -> None:
    m = hostile_map(NASTY)
    page.open(m, Article(f"{NASTY}\n\nMore. {NASTY}\n"))
    page.click(f"#tab-{tab}")
    for node in range(4):
        page.run("location.hash = arguments[0]", "abcd"[node])
    page.press("escape", "/", "alert")
    assert page.count("img, iframe, object, a[href^=javascript]") == 0
    assert page.count("script") == 2
    assert (
        page.run(
            "return [...document.querySelectorAll('*')].some(each => [...each.attributes].some(one => one.name.startsWith('on')))"
        )
        is False
    )
    shown = page.text("h1")
    assert "</script><img src=x onerror=alert(1)>" in shown
    assert "\\u001b[31m" in shown
    assert "\\u202e" in shown
    assert not page.run("return /[\\u001b\\u202e\\u2066]/.test(document.documentElement.textContent)")


# --- the first screen ---------------------------------------------------------------------------


def test_the_first_screen_says_what_it_is_about_and_where_to_click(
    page: Browser, riverton: ArgumentMap
) -> None:
    page.open(riverton)
    told = page.text("#panel")
    assert "Riverton should charge cars six euros a day to enter its centre" in told
    assert "2 reasons speak for it, 1 objection speaks against it directly." in told
    assert "9 objections; 3 have no answer" in told
    assert "Where to click" in told
    assert page.text("#shown").endswith("of 40 statements unfolded")
    labels = page.run(
        "return [...document.querySelectorAll('.box')].map(each => each.getAttribute('aria-label'))"
    )
    assert labels[0] == "claim, Charge cars six euros, stands"


def test_a_map_without_a_statement_says_so(page: Browser) -> None:
    page.open(ArgumentMap(title="Nothing yet"))
    assert page.text("#panel") == "This map has no statements."


# --- text in boxes, widths ----------------------------------------------------------------------


@pytest.mark.parametrize("name", ["riverton", "china-russia", "hostile"])
def test_no_text_leaves_its_box(page: Browser, name: str) -> None:
    page.open(
        hostile_map("W" * 300 + " 中文字" * 60 + " m") if name == "hostile" else load(builtin(name) or "")
    )
    for _ in range(3):
        page.click("#unfold")
    page.click("#fit")
    assert page.count(".box") > 3
    assert page.run(OVERFLOW) == []


@pytest.mark.parametrize("width", [400, 820, 1280])
def test_the_page_is_never_wider_than_its_window(
    page: Browser, riverton: ArgumentMap, article: Article, width: int
) -> None:
    page.look(width)
    page.open(riverton, article, "#health")
    for tab in ("map", "outline", "balance", "verdicts", "findings"):
        page.click(f"#tab-{tab}")
        assert page.run("return document.documentElement.scrollWidth") <= width


# --- folding, tracing, searching, filtering, linking --------------------------------------------


def test_a_handle_unfolds_and_folds_what_stands_behind(page: Browser, riverton: ArgumentMap) -> None:
    page.open(riverton)
    tunnel = handle("Dig a tunnel", page)
    before = page.count(".box")
    assert page.text(f"{tunnel} text") == "+5"
    page.click(tunnel)
    assert page.count(".box") > before
    assert page.text(f"{tunnel} text") == "–"
    page.click(tunnel)
    assert page.count(".box") == before
    assert page.text(f"{tunnel} text") == "+5"


def test_a_click_keeps_the_trace_and_dims_the_rest(page: Browser, riverton: ArgumentMap) -> None:
    page.open(riverton, address="#health")
    bright = page.texts(".box:not(.dim) .words")
    assert "Charge cars six euros" in bright
    assert "Fewer asthma attacks" in bright
    assert "Dig a tunnel instead" in page.texts(".box.dim .words")
    assert page.text("#panel h2") == "Fewer children would have asthma attacks"
    assert {"What speaks for it", "What speaks against it", "It bears on", "In the source"} <= set(
        page.texts("#panel h3")
    )
    page.press("escape")
    assert page.count(".box.dim") == 0


def test_the_passage_lights_up_where_the_article_travels(
    page: Browser, riverton: ArgumentMap, article: Article
) -> None:
    page.open(riverton, article, "#health")
    assert "".join(page.texts("mark.lit")) == "cleaner air means fewer asthma attacks among children"
    page.open(riverton, address="#health")
    assert page.count(".article") == 0
    assert page.text("#panel blockquote") == "cleaner air means fewer asthma attacks among children"


def test_search_finds_and_goes_there(page: Browser, riverton: ArgumentMap) -> None:
    page.open(riverton)
    page.press("/")
    page.press("asthma children")
    assert page.text("#found").endswith("found")
    assert page.texts("#results li")[0].endswith("Fewer asthma attacks")
    page.press("arrow_down", "enter")
    assert page.text("#panel h2") == "Fewer children would have asthma attacks"
    assert page.run("return location.hash") == "#health"
    assert page.count(".box.selected") == 1


def test_filters_leave_what_matches_bright(page: Browser, riverton: ArgumentMap) -> None:
    page.open(riverton)
    page.click("#filter")
    page.run(
        "const chosen = document.querySelector('[name=kind]'); chosen.value = 'gain'; chosen.dispatchEvent(new Event('input'))"
    )
    gains = sum(node.kind == "gain" for node in riverton.nodes)
    assert page.text("#filters [role=status]") == f"{gains} statements match"
    assert page.count("#panel li") == gains
    assert page.count(".box:not(.dim)") == page.count(".box.k1")
    names = set(page.run("return [...document.querySelectorAll('#filters select')].map(each => each.name)"))
    assert names == {"kind", "holder", "nature", "status", "verdict"}
    page.press("escape")
    assert page.count(".box.dim") == 0


def test_an_address_leads_to_a_statement_or_a_tab(page: Browser, riverton: ArgumentMap) -> None:
    page.open(riverton, address="#petrol")
    assert "Petrol was dear" in page.texts(".box.selected .words")
    page.run("location.hash = '#/balance'")
    assert (
        page.run(
            "return new Promise(done => setTimeout(() => done(document.getElementById('pane-balance').hidden)))"
        )
        is False
    )
    assert page.text("#pane-balance h2").startswith("drivers")


def test_what_is_selected_behind_another_tab_is_in_view_when_the_map_comes_back(
    page: Browser, riverton: ArgumentMap
) -> None:
    page.open(riverton, address="#/outline")
    assert page.run("return document.getElementById('pane-map').hidden") is True
    page.run("location.hash = '#stayed'")
    assert (
        page.run(
            "return new Promise(done => setTimeout(() => { document.getElementById('tab-map').click();"
            "const box = document.querySelector('.box.selected').getBoundingClientRect();"
            "const frame = document.getElementById('map').getBoundingClientRect();"
            "done(box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom) }))"
        )
        is True
    )


@pytest.mark.parametrize("address", ["#%", "#nowhere", "#/nowhere", "#__proto__", "#</script>"])
def test_an_address_that_leads_nowhere_shows_the_first_screen(
    page: Browser, riverton: ArgumentMap, address: str
) -> None:
    page.open(riverton, address=address)
    assert "Where to click" in page.text("#panel")


def test_tabs_show_balance_verdicts_and_findings(page: Browser, riverton: ArgumentMap) -> None:
    page.open(riverton)
    page.click("#tab-balance")
    assert "2.5 hours per working day" in page.texts("#pane-balance .sums strong")
    page.click("#tab-verdicts")
    assert page.count("#pane-verdicts tbody tr") == len(riverton.nodes)
    page.click("#tab-findings")
    assert any("nothing answers an objection" in each for each in page.texts("#pane-findings h2"))


def test_paper_gets_the_whole_outline_and_the_balance(page: Browser, riverton: ArgumentMap) -> None:
    page.open(riverton)
    sheet = base64.b64decode(page.driver.execute_cdp_cmd("Page.printToPDF", {})["data"])
    assert sheet.startswith(b"%PDF")
    lines = page.texts("#paper > p")
    for node in riverton.nodes:
        assert any(node.text in line for line in lines), node.id
    assert page.count("#paper .holder") > 3


# --- keys and accessibility ---------------------------------------------------------------------


def test_every_statement_is_reached_by_keys_in_the_map(page: Browser, riverton: ArgumentMap) -> None:
    page.open(riverton)
    while page.text("#shown") != "40 of 40 statements unfolded":
        page.click("#unfold")
    page.run("document.querySelector('.box[tabindex=\"0\"]').focus()")
    found = page.run("""
      const press = key => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
      const seen = new Set(), pending = [[]];
      for (let way = pending.pop(); way; way = pending.pop()) {
        press('Home');
        way.forEach(press);
        const here = Number(document.activeElement.dataset.node);
        if (seen.has(here)) continue;
        seen.add(here);
        for (const key of ['ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowLeft']) pending.push([...way, key]);
      }
      return [...seen];
    """)
    assert sorted(found) == list(range(len(riverton.nodes)))


def test_every_statement_is_reached_by_keys_in_the_outline(page: Browser, riverton: ArgumentMap) -> None:
    page.open(riverton)
    page.click("#tab-outline")
    page.run("document.querySelector('[role=treeitem][tabindex=\"0\"]').focus()")
    page.press("*", "home")
    rows = page.count("[role=treeitem]")
    seen = set()
    for _ in range(rows):
        seen.add(page.run("return document.activeElement.textContent"))
        page.run(
            "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowDown', bubbles: true}))"
        )
    for node in riverton.nodes:
        assert any(node.text in each for each in seen), node.id
    page.press("enter")
    assert page.count("[role=treeitem][aria-selected=true]") > 0


def test_question_mark_lists_the_keys_and_the_tabs_turn_by_arrows(
    page: Browser, riverton: ArgumentMap
) -> None:
    page.open(riverton)
    page.press("?")
    assert page.run("return document.getElementById('help').open") is True
    page.press("escape")
    assert page.run("return document.getElementById('help').open") is False
    page.run("document.getElementById('tab-map').focus()")
    page.press("arrow_right")
    assert page.run("return document.activeElement.id") == "tab-outline"
    assert page.count("[role=treeitem]") > 10


@pytest.fixture(scope="module")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The source of axe-core, where npm can fetch it."""
    if shutil.which("npm") is None:
        pytest.skip("npm is not here")
    folder = tmp_path_factory.mktemp("axe")
    try:
        done = subprocess.run(
            ["npm", "pack", "--silent", AXE], cwd=folder, capture_output=True, check=False, timeout=90
        )
    except subprocess.TimeoutExpired:
        pytest.skip("npm cannot fetch axe-core here")
    packed = next(folder.glob("*.tgz"), None)
    if done.returncode or packed is None:
        pytest.skip("npm cannot fetch axe-core here")
    shutil.unpack_archive(packed, folder, filter="data")
    return (folder / "package" / "axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_serious(
    page: Browser, axe: str, riverton: ArgumentMap, article: Article, dark: bool
) -> None:
    page.look(dark=dark)
    page.open(riverton, article)
    page.run(axe)
    for tab, address in (
        ("map", ""),
        ("map", "health"),
        ("outline", ""),
        ("balance", ""),
        ("verdicts", ""),
        ("findings", ""),
    ):
        page.run("location.hash = arguments[0]", address)
        page.click(f"#tab-{tab}")
        if tab == "map" and not address:
            page.click("#filter")
        found = page.driver.execute_async_script(
            "const done = arguments[0]; axe.run().then(found => done(found.violations.map(each => "
            "[each.impact, each.id, each.nodes.map(one => one.html.slice(0, 200)).slice(0, 3)])))"
        )
        assert [each for each in found if each[0] in {"serious", "critical"}] == [], (tab, address)


def test_plus_and_minus_unfold_and_fold_and_enter_selects(page: Browser, riverton: ArgumentMap) -> None:
    page.open(riverton)
    page.run("document.querySelector('.box[tabindex=\"0\"]').focus()")
    before = page.count(".box")
    page.press("-")
    assert page.count(".box") == 1
    page.press("+", "arrow_right", "enter")
    assert page.count(".box") >= before - 1
    assert page.count(".box.selected[tabindex='0']") == 1
    assert page.run("return location.hash") != "#charge"


# --- maps of odd shapes -------------------------------------------------------------------------


def test_circles_and_lonely_statements_are_all_shown(page: Browser) -> None:
    page.open(a_map(9, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 3)]))
    for _ in range(2):
        page.click("#unfold")
    if page.run("return !document.getElementById('apart').hidden"):
        page.click("#apart")
        page.click("#unfold")
    assert page.count(".box") == 9
    page.click("#tab-outline")
    page.click("#open-rows")
    shown = " ".join(page.texts("[role=treeitem]"))
    assert all(f"Statement {index} " in shown for index in range(9))


def test_ten_thousand_reasons_for_one_thesis_come_a_batch_at_a_time(page: Browser) -> None:
    page.open(a_map(10_001, [(index, 0) for index in range(1, 10_001)], thesis="n0"))
    assert 5 < page.count(".box") < 100
    page.click("[data-fold='0']")
    assert page.count(".box") < 100
    page.run("location.hash = '#n9999'")
    assert (
        page.run(
            "return new Promise(done => setTimeout(() => done(document.querySelector('#panel h2').textContent)))"
        )
        == "Statement 9999"
    )


@pytest.mark.slow
def test_a_chain_of_twenty_thousand_opens_and_goes_to_its_end(page: Browser) -> None:
    page.open(a_map(20_000, [(index + 1, index) for index in range(19_999)], thesis="n0"))
    assert page.count(".box") > 1
    page.run("location.hash = '#n19999'")
    assert (
        page.run(
            "return new Promise(done => setTimeout(() => done(document.querySelector('#panel h2').textContent)))"
        )
        == "Statement 19999"
    )
    page.click("#tab-outline")
    page.click("#open-rows")
    assert page.count("[role=treeitem]") == 2000
