# What this machine offers: language, locale, JDK, Maven. Read by ./courant, never run alone.

lang=fr

choose_language() {
  local word previous=
  [ "${COURANT_LANG-}" = en ] && lang=en
  for word in "$@"; do
    case $previous$word in
      --lang=en | --langen) lang=en ;;
      --lang=fr | --langfr) lang=fr ;;
    esac
    previous=
    [ "$word" = --lang ] && previous=--lang
  done
}

# say FRENCH ENGLISH: one message to people, on standard error.
say() {
  if [ "$lang" = en ]; then printf 'courant: %s\n' "$2" >&2; else printf 'courant : %s\n' "$1" >&2; fi
}

# With LANG=C, a JDK reads « Québec » in an argument as « Qu??bec »: any UTF-8 locale of the machine will do.
choose_utf8_locale() {
  case ${LC_ALL:-${LC_CTYPE:-${LANG-}}} in
    *.UTF-8 | *.utf8 | *.utf-8 | *.UTF8)
      [ "$(locale charmap 2>/dev/null)" = UTF-8 ] && return
      ;;
  esac
  local candidate
  for candidate in C.UTF-8 fr_CA.UTF-8 en_CA.UTF-8 en_US.UTF-8 fr_FR.UTF-8; do
    if [ "$(LC_ALL=$candidate locale charmap 2>/dev/null)" = UTF-8 ]; then
      export LC_ALL=$candidate
      return
    fi
  done
  # No `locale` command to ask (Alpine): C.UTF-8 is what such systems know.
  export LC_ALL=C.UTF-8
}

jdk_wanted=25

# jdk_version FOLDER: its feature release, read from its `release` file without starting it; nothing when it is no JDK.
jdk_version() {
  local folder=$1 line
  [ -x "$folder/bin/java" ] && [ -x "$folder/bin/javac" ] && [ -r "$folder/release" ] || return 1
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in
      JAVA_VERSION=*)
        line=${line#JAVA_VERSION=}
        line=${line//\"/}
        line=${line%%[!0-9]*}
        [ -n "$line" ] && printf '%s\n' "$line"
        return
        ;;
    esac
  done <"$folder/release"
  return 1
}

# jdk_candidates: folders where a JDK may be, the person's own choice first, one a line.
jdk_candidates() {
  [ -n "${COURANT_JAVA_HOME-}" ] && printf '%s\n' "$COURANT_JAVA_HOME"
  [ -n "${JAVA_HOME-}" ] && printf '%s\n' "$JAVA_HOME"
  local java link folder
  java=$(command -v javac 2>/dev/null || command -v java 2>/dev/null)
  while [ -n "$java" ] && [ -L "$java" ]; do
    link=$(readlink "$java")
    case $link in /*) java=$link ;; *) java=$(dirname "$java")/$link ;; esac
  done
  [ -n "$java" ] && dirname "$(dirname "$java")"
  if [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v "$jdk_wanted+" 2>/dev/null
  fi
  for folder in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /usr/local/openjdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${SDKMAN_DIR:-${HOME-}/.sdkman}"/candidates/java/* "${HOME-}"/.jdks/*; do
    [ -d "$folder" ] && printf '%s\n' "$folder"
  done
  return 0
}

# find_jdk: sets JAVA_HOME to the first JDK that is recent enough; false when there is none.
find_jdk() {
  local folder version
  while IFS= read -r folder; do
    version=$(jdk_version "$folder") || continue
    if [ "$version" -ge "$jdk_wanted" ]; then
      export JAVA_HOME=$folder
      return 0
    fi
  done < <(jdk_candidates)
  return 1
}

require_jdk() {
  find_jdk && return
  say "aucun JDK $jdk_wanted ou plus récent sur cette machine. Installez-en un (par exemple Temurin $jdk_wanted, https://adoptium.net), ou indiquez son dossier : COURANT_JAVA_HOME=/chemin/du/jdk ./courant …  « ./courant doctor » dit tout ce qui manque." \
    "no JDK $jdk_wanted or newer on this machine. Install one (for example Temurin $jdk_wanted, https://adoptium.net), or name its folder: COURANT_JAVA_HOME=/path/of/jdk ./courant …  “./courant doctor --lang en” says all that is missing."
  exit 1
}

require_maven() {
  command -v mvn >/dev/null 2>&1 && return
  say "Maven (commande « mvn », 3.8.7 ou plus récent) est introuvable; il faut l'installer pour bâtir Courant : « apt install maven », « brew install maven » ou https://maven.apache.org." \
    "Maven (command “mvn”, 3.8.7 or newer) cannot be found; it is needed to build Courant: “apt install maven”, “brew install maven” or https://maven.apache.org."
  exit 1
}

# find_chromium: the browser of the tests, or false. The tests look for the same ones (e2e, Chromium.java).
find_chromium() {
  local candidate
  if [ -n "${COURANT_CHROMIUM-}" ]; then
    [ -x "$COURANT_CHROMIUM" ] && printf '%s\n' "$COURANT_CHROMIUM"
    return
  fi
  for candidate in chromium chromium-browser google-chrome google-chrome-stable \
    /Applications/Chromium.app/Contents/MacOS/Chromium "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    command -v "$candidate" 2>/dev/null && return
  done
  return 1
}

# A short run wants little memory and a quick start. The JVM's own warnings must never mix with the answer on standard
# output, hence the two -Xlog.
java_options=(
  -XX:+UseSerialGC
  -Xmx2g
  -Xlog:disable
  "-Xlog:all=error,cds*=off,aot*=off:stderr"
  --enable-native-access=ALL-UNNAMED
  --sun-misc-unsafe-memory-access=allow
  -Djava.awt.headless=true
  -Dfile.encoding=UTF-8
  -Dstdout.encoding=UTF-8
  -Dstderr.encoding=UTF-8
  "-Dcourant.root=$root"
)
# A progress bar is drawn on a terminal only, and only this shell can tell whether standard error is one.
[ -t 2 ] && java_options+=(-Dcourant.terminal=true)
