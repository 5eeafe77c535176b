"""Makes gazetteer.tsv and countries.txt: `python3 data/places/make.py` in the root of the repository.

gazetteer.tsv is UTF-8 text in three sections. Its first line, "admin A places P keys K", gives their lengths in bytes.
  admin   code, name: countries ("LY", with alpha-3 as third column), divisions of the first ("LY.83") and second level
          ("US.KY.125"), sorted by code
  places  number, name, latitude, longitude, radius in km (empty: told by the population), admin code, feature code,
          population; sorted by number, as text. The number is GeoNames', or begins with R for places of regions.txt
  keys    key, numbers: names as they are searched for (key() below, internal/gazetteer/key.go), sorted as bytes; the
          numbers most populous first. "~" before a number: only a part of the place's name is this key
countries.txt has what internal/places must know of states: code, radius in km, adjectives and names of peoples.

Sources: GeoNames cities500, admin codes and countryInfo (CC BY 4.0); Natural Earth, 50 m (public domain);
regions.txt, aliases.txt, ../actors/countries.txt (ours). Towns of 5,000 people or more (in states of many small towns
10,000, in states at war or with few towns known 500), and seats of divisions of the first level.
"""
import collections, csv, gzip, json, math, pathlib, unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FACTS = ROOT / "../shared/data/facts"
HERE = ROOT / "data/places"

LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "a", "ħ": "h", "ŋ": "n"}
ARTICLES = {"al", "el", "the", "ad", "an", "ar", "as", "ash", "at", "az", "es", "ez", "et"}
GENERIC = {"marsa", "bandar", "ras", "qasr", "port", "wadi", "ayn", "ain", "bir", "jabal", "jebel", "tall", "tell", "madinat", "kota",
           "province", "oblast", "state", "governorate", "region", "district", "republic", "department", "prefecture", "city", "voivodeship", "krai", "kray", "autonomous", "wilaya", "division"}
# States whose small towns are in the news, or whose names reach English through another script.
FINE = set("AF AM AZ BA BF BI CD CF CM CO CU DZ EG ER ET GE HT IL IQ IR JO KG KP KW LB LR LY ML MM MZ NE NG NI PK PS RW SD SL SN SO SS SV "
           "SY TD TJ TL TN TR UG UZ VE XK YE ZW HN GT SA EH AL MK ME RS MD BY".split())
# States where al- and el- are Arabic, and may be left out.
ARABIC = set("AE BH DJ DZ EG EH IL IQ IR JO KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE".split())
# States whose counties are in the news.
COUNTIES = set("US GB IE".split())
# States of many small towns that are seldom in English news.
DENSE = set("AT BE BR CH CZ DE ES FR GR HU IN IT JP MX NL PH PL PT RO SE".split())
SCRIPT = FINE | set("AE BG BH BD BY CN CY GR IN JP KZ KR KH LA LK MA MN MR NP OM QA RU TH TM TW UA MM".split())


def key(name):
    """The name in lower case, without accents and apostrophes, hyphens as spaces."""
    out = []
    for c in unicodedata.normalize("NFD", name.lower()):
        c = LETTERS.get(c, c)
        if unicodedata.category(c[0]) == "Mn" or c in "'’‘ʻʼ`´ʿʾ.":
            continue
        out.append(c if c.isalnum() else " ")
    return " ".join("".join(out).split())


def loose(k):
    """A key without articles and generic parts, "-ah" as "-a"; the key's own words if nothing else is left."""
    words = [w for w in k.split() if w not in ARTICLES and w not in GENERIC] or k.split()
    return " ".join(w[:-1] if len(w) > 4 and w.endswith("ah") else w for w in words)


def table(name):
    with open(HERE / name, encoding="utf-8") as f:
        return [line.rstrip("\n").split("\t") for line in f if line.strip() and not line.startswith("#")]


def read_tsv(path):
    op = gzip.open if path.suffix == ".gz" else open
    with op(path, "rt", encoding="utf-8") as f:
        return [line.rstrip("\n").split("\t") for line in f if not line.startswith("#")]


class Place:
    def __init__(self, number, name, lat, lon, admin, feature, population, radius=""):
        self.number, self.name, self.lat, self.lon = number, name, float(lat), float(lon)
        self.admin, self.feature, self.population, self.radius = admin, feature, int(population or 0), radius
        self.names = [name]

    def line(self):
        number = lambda x: f"{x:.4f}".rstrip("0").rstrip(".")
        return "\t".join([self.number, self.name, number(self.lat), number(self.lon), str(self.radius), self.admin, self.feature, str(self.population)])


def useful(row):
    """The other names of a town that English text may use."""
    name, ascii_name, others, iso2, population = row[1], row[2], row[3], row[7], int(row[10] or 0)
    most = 40 if population >= 300_000 else 12 if iso2 in SCRIPT else 3 if population >= 50_000 else 0
    kept = [ascii_name]
    for other in others.split(","):
        k = key(other)
        if other[:1].isupper() and not other.isupper() and 4 <= len(k) <= 28 and k.isascii() and not any(c.isdigit() for c in k) and len(k.split()) <= 3:
            kept.append(other)
    return kept[:most + 1]


def keep(row):
    feature, iso2, population = row[6], row[7], int(row[10] or 0)
    if feature in ("PPLQ", "PPLW", "PPLH"):  # abandoned, destroyed, of the past
        return False
    if feature in ("PPLC", "PPLA", "PPLCH") or iso2 in FINE and feature != "PPLX":
        return True
    return population >= (30_000 if feature == "PPLX" else 10_000 if iso2 in DENSE else 5_000)


def xyz(lat, lon):
    a, b = math.radians(lat), math.radians(lon)
    return math.cos(a) * math.cos(b), math.cos(a) * math.sin(b), math.sin(a)


def distance(p, q):
    """Kilometres on the sphere."""
    dot = sum(a * b for a, b in zip(xyz(*p), xyz(*q)))
    return 6371 * math.acos(max(-1, min(1, dot)))


def middle(points):
    """The mean of points on the sphere, and the radius within which nine tenths of them lie."""
    x, y, z = (sum(c) for c in zip(*(xyz(*p) for p in points)))
    m = math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))
    far = sorted(distance(m, p) for p in points)
    return m, max(10, round(far[int(len(far) * .9) - 1] if len(far) > 1 else 10))


def label(geometry):
    """The centroid of a country's largest polygon, as (lat, lon)."""
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    best = max((moments(p[0]) for p in polygons), key=lambda m: abs(m[0]))
    return best[2], best[1]


def moments(ring):
    area = x = y = 0.0
    for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1]):
        cross = x0 * y1 - x1 * y0
        area, x, y = area + cross, x + (x0 + x1) * cross, y + (y0 + y1) * cross
    return (area / 2, x / (3 * area), y / (3 * area)) if area else (0, *ring[0])


def country_places(info, towns):
    """One place a state, with its label's coordinates and the names of actors/countries.txt."""
    named = {r[0]: r for r in table("../actors/countries.txt")}
    shapes = json.load(gzip.open(FACTS / "naturalearth/ne_50m_admin_0_countries.geojson.gz"))["features"]
    at = {}
    for f in shapes:
        p = f["properties"]
        for code in (p["ADM0_A3"], p["ISO_A3"], p["ISO_A3_EH"]):
            if code != "-99":
                at.setdefault("XKX" if code == "KOS" else "PSE" if code == "PSX" else "SSD" if code == "SDS" else "ESH" if code == "SAH" else code, label(f["geometry"]))
    out = []
    for r in info:
        iso2, iso3, name, area, population, number = r[0], r[1], r[4], float(r[6] or 0), r[7], r[16]
        where = at.get(iso3) or (towns[iso2] and middle(towns[iso2])[0])
        if not where or number in ("", "0"):
            continue
        row = named.get(iso3)
        feature = "PCLD" if row and row[2] == "part" else "PCLI"
        p = Place(number, row[5].split("|")[0] if row else name, *where, iso2, feature, population, max(5, round(math.sqrt(area / math.pi))))
        p.names += [name] + (row[5].split("|") if row else [])
        out.append(p)
    return out


def region_places(divisions, alpha):
    """The places of regions.txt; one that GeoNames has as a division takes that one's number."""
    by_name = {(d.admin[:2], key(n)): d for d in divisions if d.feature == "ADM1" for n in d.names}
    iso2 = {c: a for a, c in alpha.items()}
    out = []
    for i, (names, country, feature, lat, lon, radius) in enumerate(table("regions.txt"), 1):
        names, country = names.split("|"), iso2.get(country, "")
        known = next((by_name[country, key(n)] for n in names if (country, key(n)) in by_name), None)
        if known:
            known.names += names
            known.name, known.lat, known.lon, known.radius = names[0], float(lat), float(lon), radius
            continue
        p = Place(f"R{i}", names[0], lat, lon, country, feature, 0, radius)
        p.names = names
        out.append(p)
    return out


def division_places(rows, towns, feature):
    out = []
    for code, name, ascii_name, number in rows:
        at = towns.get(code)
        if not at:
            continue
        where, radius = middle([(float(r[4]), float(r[5])) for r in at])
        p = Place(number, name, *where, code, feature, sum(int(r[10] or 0) for r in at if r[6] != "PPLX"), radius)
        p.names.append(ascii_name)
        out.append(p)
    return out


def add_aliases(places, alpha):
    index = collections.defaultdict(list)
    for p in places:
        kind = p.feature if p.feature.startswith("ADM") else "PPL"
        index[p.name, alpha.get(p.admin[:2]), kind].append(p)
    for name, country, kind, others in table("aliases.txt"):
        found = max(index[name, country, kind], key=lambda p: p.population, default=None)
        if found is None:
            raise SystemExit(f"aliases.txt: GeoNames has no {name} ({kind}) in {country}")
        found.names += others.split("|")


def key_lines(places):
    whole, part = collections.defaultdict(list), collections.defaultdict(list)
    for p in sorted(places, key=lambda p: (-p.population, p.number)):
        keys = [k for k in dict.fromkeys(key(n) for n in p.names) if k]
        if p.admin[:2] in ARABIC:
            keys = list(dict.fromkeys(keys + [" ".join(w for w in k.split() if w not in ARTICLES) or k for k in keys]))
        for k in keys:
            whole[k].append(p.number)
        for k in dict.fromkeys(loose(k) for k in keys):
            if k not in keys:
                part[k].append("~" + p.number)
    return [k + "\t" + " ".join((whole[k] + part[k])[:40]) for k in sorted(set(whole) | set(part), key=lambda k: k.encode())]


def write(places, admin):
    sections = [admin, [p.line() for p in sorted(places, key=lambda p: p.number)], key_lines(places)]
    texts = ["".join(line + "\n" for line in s) for s in sections]
    head = " ".join(f"{n} {len(t.encode())}" for n, t in zip(("admin", "places", "keys"), texts))
    (HERE / "gazetteer.tsv").write_text(head + "\n" + "".join(texts), encoding="utf-8")


def write_countries(places, alpha):
    radius = {alpha[p.admin]: p.radius for p in places if p.feature in ("PCLI", "PCLD")}
    with open(HERE / "countries.txt", "w", encoding="utf-8") as f:
        f.write("# Made by make.py from ../actors/countries.txt and GeoNames' areas (CC BY 4.0): change it there.\n"
                "# Columns, parted by tabs: ISO 3166-1 alpha-3, radius in km (of a circle of the state's area), adjectives, peoples.\n\n")
        for r in table("../actors/countries.txt"):
            # ours, never shown: a part or a disputed territory counts for the state that it is coded as
            code = r[0] if r[0] in radius else r[3]
            if code in radius and (r[7] != "-" or r[8] != "-"):
                f.write("\t".join([code, str(radius[code]), r[7], r[8]]) + "\n")


def main():
    towns = list(csv.reader(gzip.open(FACTS / "geonames/cities500.tsv.gz", "rt", encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    info = [r for r in read_tsv(FACTS / "geonames/countryInfo.txt") if len(r) > 16 and len(r[1]) == 3]
    alpha = {r[0]: r[1] for r in info}
    first = [r for r in read_tsv(FACTS / "geonames/admin1CodesASCII.txt") if len(r) == 4]
    counties = [r for r in read_tsv(FACTS / "geonames/admin2Codes.txt.gz") if len(r) == 4]
    second = {r[0]: r[1] for r in counties}
    names = {r[0]: r[1] for r in first}
    in_division, in_country = collections.defaultdict(list), collections.defaultdict(list)
    for r in towns:
        in_division[f"{r[7]}.{r[8]}"].append(r)
        in_division[f"{r[7]}.{r[8]}.{r[9]}"].append(r)
        in_country[r[7]].append((float(r[4]), float(r[5])))
    divisions = division_places(first, in_division, "ADM1")
    divisions += division_places([r for r in counties if r[0][:2] in COUNTIES], in_division, "ADM2")
    places, used = [], set()
    for r in filter(keep, towns):
        codes = [f"{r[7]}.{r[8]}.{r[9]}", f"{r[7]}.{r[8]}", r[7]]
        admin = next(c for c in codes if c in second or c in names or c == r[7])
        used.update(c for c in codes if c in names or c == admin)
        p = Place(r[0], r[1], r[4], r[5], admin, r[6], r[10])
        p.names += useful(r)
        places.append(p)
    states = country_places(info, in_country)
    places += divisions + states + region_places(divisions, alpha)
    add_aliases(places, alpha)
    used |= {d.admin for d in divisions} | set(alpha)
    lines = sorted(c + "\t" + (names.get(c) or second.get(c) or f"{c}\t{alpha[c]}") for c in used if c in names or c in second or c in alpha)
    write(places, lines)
    write_countries(states, alpha)


if __name__ == "__main__":
    main()
