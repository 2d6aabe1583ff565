"""What a DOCX must be as a package and in the order of its elements, without a schema validator.

The sequences are those of ECMA-376 part 1, annex A (transitional): CT_PPr, CT_RPr, CT_TblPr, CT_TcPr, CT_TrPr,
CT_SectPr, CT_Style, CT_Tbl, CT_Row, CT_Tc, CT_Styles, CT_Settings, CT_Numbering, CT_AbstractNum, CT_Lvl.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_EDGES = "top start left bottom end right insideH insideV tl2br tr2bl"
_RUN = """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid
    vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
    eastAsianLayout specVanish oMath"""
_PARAGRAPH = """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
    snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
    textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"""
SEQUENCES: dict[str, tuple[str, ...]] = {
    name: tuple(order.split())
    for name, order in {
        "pPr": _PARAGRAPH,
        "rPr": f"ins del moveFrom moveTo {_RUN} rPrChange",
        "tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc
            tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange""",
        "tcPr": """cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign
            hideMark headers cellIns cellDel cellMerge tcPrChange""",
        "sectPr": """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType
            pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings
            sectPrChange""",
        "tblBorders": _EDGES,
        "tcBorders": _EDGES,
        "tblCellMar": "top start left bottom end right",
        "tcMar": "top start left bottom end right",
        "pBdr": "top left bottom right between bar",
        "numPr": "ilvl numId ins numberingChange",
        "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
        "tr": "tblPrEx trPr tc",
        "style": """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat
            locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr""",
        "styles": "docDefaults latentStyles style",
        "docDefaults": "rPrDefault pPrDefault",
        "body": "* sectPr",
        "p": "pPr *",
        "r": "rPr *",
        "tc": "tcPr *",
        "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
        "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
        "num": "abstractNumId lvlOverride",
        "lvlOverride": "startOverride lvl",
        "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
        "font": """altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic
            embedBoldItalic""",
        "settings": """writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries
            displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData
            embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges
            bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors
            activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter
            stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves doNotTrackFormatting
            documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation
            consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle
            defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets
            drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery
            displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin
            drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning characterSpacingControl
            printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture
            doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText
            doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags
            alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids mathPr
            attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures
            forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags
            decimalSymbol listSeparator""",
    }.items()
}
"""Parent → its children in order; `*` stands for any others."""
_REPEATED = """headerReference footerReference tr tc style tblStylePr abstractNum num lvl lvlOverride numPicBullet
    bookmarkStart bookmarkEnd attachedSchema activeWritingStyle smartTagType"""
REPEATED = frozenset(_REPEATED.split())
"""Children that may come more than once where they are listed."""
REQUIRED = {"tbl": ("tblPr", "tblGrid"), "style": ("name",), "tc": ("p",), "tr": ("tc",)}
"""Children that a parent must have for Word to open it."""


def faults(docx: Path) -> list[str]:
    """Everything wrong with the package and the order of its elements, one sentence each."""
    with zipfile.ZipFile(docx) as package:
        names = package.namelist()
        found = [f"{name} is there {count} times" for name, count in Counter(names).items() if count > 1]
        if damaged := package.testzip():
            found.append(f"{damaged} does not match its checksum")
        parts = {name: package.read(name) for name in names if not name.endswith("/")}
    trees = {}
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                trees[name] = etree.fromstring(data)
            except etree.XMLSyntaxError as error:
                found.append(f"{name} is not well formed: {error}")
    found += _content_types(parts, trees)
    for name, tree in trees.items():
        if name.endswith(".rels"):
            found += _relationships(name, tree, parts)
        else:
            found += [f"{name}: {fault}" for fault in (*order_faults(tree), *_references(name, tree, trees))]
    return found + _drawings(trees) + _numbering(trees) + _styles(trees) + _grids(trees)


def order_faults(tree: Any) -> Iterator[str]:
    """Children that are out of order, unknown, repeated or missing."""
    for parent in tree.iter():
        if not isinstance(parent.tag, str) or not parent.tag.startswith(W):
            continue
        kind = parent.tag.removeprefix(W)
        children = [child.tag.removeprefix(W) for child in parent if isinstance(child.tag, str)]
        for needed in REQUIRED.get(kind, ()):
            if needed not in children and not (kind in ("tr", "tc") and "sdt" in children):
                yield f"w:{kind} lacks w:{needed}"
        if kind == "tc" and children[-1:] != ["p"]:
            yield "a w:tc does not end with a paragraph"
        order = SEQUENCES.get(kind)
        if order is None:
            continue
        if "*" in order:
            yield from _ends(kind, children, order)
            continue
        known = [child for child in children if not child.startswith("{")]
        for child in known:
            if child not in order:
                yield f"w:{kind} may not hold w:{child}"
        places = [(order.index(child), child) for child in known if child in order]
        for (before, first), (after, second) in pairwise(places):
            if after < before and {first, second} - REPEATED:
                yield f"in w:{kind}, w:{second} comes after w:{first}"
            elif after == before and first not in REPEATED:
                yield f"w:{kind} holds w:{first} twice"


def _ends(kind: str, children: list[str], order: tuple[str, ...]) -> Iterator[str]:
    """For `x *` and `* x`: the only x is the first or the last child."""
    fixed = next(name for name in order if name != "*")
    place = 0 if order[0] == fixed else len(children) - 1
    for at, child in enumerate(children):
        if child == fixed and at != place:
            yield f"in w:{kind}, w:{fixed} is child {at + 1} of {len(children)}"


def _content_types(parts: dict[str, bytes], trees: dict[str, Any]) -> list[str]:
    types = trees.get("[Content_Types].xml")
    if types is None:
        return ["[Content_Types].xml is missing"]
    suffixes = [item.get("Extension", "").lower() for item in types.iter(f"{TYPES}Default")]
    overrides = [item.get("PartName", "").removeprefix("/") for item in types.iter(f"{TYPES}Override")]
    found = [
        f"content type of {name} given {count} times"
        for name, count in Counter(suffixes + overrides).items()
        if count > 1
    ]
    found += [f"content type for {name}, which is not there" for name in overrides if name not in parts]
    for name in parts:
        if name != "[Content_Types].xml" and name not in overrides and name.rpartition(".")[2].lower() not in suffixes:
            found.append(f"{name} has no content type")
    return found


def _relationships(name: str, tree: Any, parts: dict[str, bytes]) -> Iterator[str]:
    folder = posixpath.dirname(posixpath.dirname(name))
    owner = posixpath.join(folder, posixpath.basename(name).removesuffix(".rels"))
    if owner and owner not in parts:  # the package's own relationships belong to no part
        yield f"{name} belongs to {owner}, which is not there"
    ids = Counter(item.get("Id") for item in tree.iter(f"{RELATIONSHIPS}Relationship"))
    yield from (f"{name}: {id} is given {count} times" for id, count in ids.items() if count > 1)
    for item in tree.iter(f"{RELATIONSHIPS}Relationship"):
        target = item.get("Target", "")
        if item.get("TargetMode") == "External":
            continue
        path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if path not in parts:
            yield f"{name}: {item.get('Id')} leads to {path}, which is not there"


def _references(name: str, tree: Any, trees: dict[str, Any]) -> Iterator[str]:
    """Every `r:id`, `r:embed`, … of a part is among its relationships."""
    relationships = trees.get(posixpath.join(posixpath.dirname(name), "_rels", posixpath.basename(name) + ".rels"))
    known = set() if relationships is None else {item.get("Id") for item in relationships}
    for element in tree.iter():
        for attribute, value in element.attrib.items():
            if attribute.startswith(R) and value not in known:
                yield f"{etree.QName(element).localname} refers to {value}, which is no relationship"


def _drawings(trees: dict[str, Any]) -> list[str]:
    """Ids of drawings are unique over the body, headers and footers."""
    ids = Counter(item.get("id") for tree in trees.values() for item in tree.iter(f"{WP}docPr"))
    return [f"wp:docPr id {id} is given {count} times" for id, count in ids.items() if count > 1]


def _numbering(trees: dict[str, Any]) -> list[str]:
    """Lists that paragraphs or styles name are there once, and so are their definitions and levels."""
    numbering = trees.get("word/numbering.xml")
    lists = [] if numbering is None else list(numbering.iter(f"{W}num"))
    definitions = [] if numbering is None else list(numbering.iter(f"{W}abstractNum"))
    ids = Counter(item.get(f"{W}numId") for item in lists)
    kinds = Counter(item.get(f"{W}abstractNumId") for item in definitions)
    found = [f"w:num {id} is given {count} times" for id, count in ids.items() if count > 1]
    found += [f"w:abstractNum {id} is given {count} times" for id, count in kinds.items() if count > 1]
    for item in (*lists, *definitions):
        name = etree.QName(item).localname
        children = [child.get(f"{W}ilvl") for child in item if child.get(f"{W}ilvl") is not None]
        for level, count in Counter(children).items():
            if count > 1 or not 0 <= int(level) <= 8:
                found.append(f"w:{name} gives level {level} {count} times")
    for item in lists:
        definition = item.find(f"{W}abstractNumId").get(f"{W}val")
        if definition not in kinds:
            found.append(f"w:num {item.get(f'{W}numId')} is of w:abstractNum {definition}, which is not there")
    for name, tree in trees.items():
        named = {item.get(f"{W}val") for item in tree.iter(f"{W}numId")}
        found += [f"{name} names list {id}, which is not there" for id in sorted(named - {"0", *ids})]
    return found


def _styles(trees: dict[str, Any]) -> list[str]:
    """Styles that anything names are there, and are of its kind."""
    styles = trees.get("word/styles.xml")
    if styles is None:
        return []
    ids = {(item.get(f"{W}type"), item.get(f"{W}styleId")) for item in styles.iter(f"{W}style")}
    found = []
    for name, tree in trees.items():
        for tag, kind in (("pStyle", "paragraph"), ("rStyle", "character"), ("tblStyle", "table")):
            named = {str(item.get(f"{W}val")) for item in tree.iter(f"{W}{tag}")}
            missing = [id for id in sorted(named) if (kind, id) not in ids]
            found += [f"{name} names the {kind} style {id}, which is not there" for id in missing]
    return found


def _grids(trees: dict[str, Any]) -> list[str]:
    """Each row of a table has as many columns as its grid; in a template, tags make rows and columns."""
    found = []
    for name, tree in trees.items():
        for table in tree.iter(f"{W}tbl"):
            if "{%" in "".join(table.itertext(f"{W}t")):
                continue
            grid = len(table.findall(f"{W}tblGrid/{W}gridCol"))
            for row in table.findall(f"{W}tr"):
                spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(f"{W}tc")]
                width = sum(1 if span is None else int(span.get(f"{W}val")) for span in spans)
                aside = [row.find(f"{W}trPr/{W}{side}") for side in ("gridBefore", "gridAfter")]
                width += sum(int(item.get(f"{W}val")) for item in aside if item is not None)
                if width != grid:
                    found.append(f"{name}: a row of {width} columns in a table of {grid}")
    return found
