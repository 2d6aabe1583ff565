#!/bin/sh
# What the interop tests need: pdf.js from npm, in a folder of the temporary directory, and the rest from Debian or Ubuntu
# packages: only what is missing, as root or with sudo.
set -eu

pdfjs=5.6.205
modules="${TMPDIR:-/tmp}/ita-docs-interop"
if ! grep -qs "\"version\": \"$pdfjs\"" "$modules/node_modules/pdfjs-dist/package.json"; then
    if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
        echo "interop/install.sh: node and npm are missing: install Node.js 20.19 or newer for pdf.js" >&2
        exit 1
    fi
    mkdir -p "$modules"
    echo "interop/install.sh: installing pdfjs-dist $pdfjs" >&2
    # its optional dependency only draws
    npm install --prefix "$modules" --no-save --no-audit --no-fund --omit=optional --loglevel=error "pdfjs-dist@$pdfjs"
fi

missing=""
need() { # package, then the command or file that it gives
    command -v "$2" >/dev/null 2>&1 || [ -e "$2" ] || missing="$missing $1"
}

# A LibreOffice with windows, where there is one, must not be replaced by the one without.
windowless="-nogui"
if command -v dpkg >/dev/null 2>&1 && dpkg -s libreoffice-core >/dev/null 2>&1; then
    windowless=""
fi
program=$(dirname "$(readlink -f "$(command -v soffice || echo /usr/lib/libreoffice/program/soffice)")")
need "libreoffice-writer$windowless" soffice
need "libreoffice-writer$windowless" "$program/libswlo.so"
need "libreoffice-calc$windowless" "$program/libsclo.so"
for tool in pdftotext pdffonts pdftohtml pdfinfo; do
    need poppler-utils "$tool"
done
need fontconfig fc-match
# PDFBox's preflight, which says whether a file is the PDF/A that it claims to be
need default-jre-headless java
for jar in pdfbox2 commons-io commons-logging; do
    need "lib$jar-java" "/usr/share/java/$jar.jar"
done
need libpdfbox2-java /usr/share/java/preflight.jar
need libactivation-java /usr/share/java/javax.activation.jar
need libjaxb-api-java /usr/share/java/jaxb-api.jar

if [ -z "$missing" ]; then
    exit 0
fi
missing=$(printf '%s\n' $missing | sort -u | tr '\n' ' ')
if ! command -v apt-get >/dev/null 2>&1; then
    echo "interop/install.sh: there is no apt-get here; install these yourself: $missing" >&2
    exit 1
fi
if [ "$(id -u)" -eq 0 ]; then
    as_root=""
elif command -v sudo >/dev/null 2>&1; then
    as_root="sudo"
else
    echo "interop/install.sh: neither root nor sudo; missing: $missing" >&2
    exit 1
fi
echo "interop/install.sh: installing $missing" >&2
$as_root apt-get update -q
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing
