# ./courant doctor: what is missing on this machine and how to get it. Needs neither JDK nor Maven.
#
# Exit 0 when all that is needed is there, else 1. With --json, one object {ok, checks[{name, state, found, advice}]};
# a state is ok, missing (needed) or optional (absent, but everything of today works without it).

doctor_json=false
doctor_ok=true
doctor_checks=()

doctor() {
  local word previous=
  for word in "$@"; do
    case $previous$word in
      --json) doctor_json=true ;;
      --lang | --lang=fr | --lang=en | --langfr | --langen) ;;
      -h | --help)
        say "« ./courant doctor [--json] [--lang fr|en] » dit ce qui manque sur cette machine." \
          "“./courant doctor [--json] [--lang fr|en]” says what is missing on this machine."
        exit 0
        ;;
      *)
        say "doctor ne connaît pas « $word »." "doctor does not know “$word”."
        exit 2
        ;;
    esac
    previous=
    [ "$word" = --lang ] && previous=--lang
  done
  check_jdk
  check_maven
  check_locale
  check_memory
  check_disk
  check_user_folder
  check_build
  check_fonts
  check_chromium
  doctor_report
}

# in_language FRENCH ENGLISH
in_language() {
  if [ "$lang" = en ]; then printf '%s' "$2"; else printf '%s' "$1"; fi
}

# check NAME STATE FOUND ADVICE
check() {
  [ "$2" = missing ] && doctor_ok=false
  doctor_checks+=("$1"$'\t'"$2"$'\t'"$3"$'\t'"$4")
}

package_command() {
  if command -v apt-get >/dev/null 2>&1; then
    printf 'apt-get install %s' "$1"
  elif command -v dnf >/dev/null 2>&1; then
    printf 'dnf install %s' "$2"
  else printf 'brew install %s' "$3"; fi
}

check_jdk() {
  if find_jdk; then
    check JDK ok "$(jdk_version "$JAVA_HOME") ($JAVA_HOME)" ""
  else
    check JDK missing "$(in_language "aucun JDK $jdk_wanted ou plus récent" "no JDK $jdk_wanted or newer")" \
      "$(in_language "installez Temurin $jdk_wanted (https://adoptium.net), « sdk install java $jdk_wanted-tem », ou $(package_command openjdk-$jdk_wanted-jdk java-$jdk_wanted-openjdk-devel openjdk@$jdk_wanted) là où ce paquet existe" \
        "install Temurin $jdk_wanted (https://adoptium.net), “sdk install java $jdk_wanted-tem”, or $(package_command openjdk-$jdk_wanted-jdk java-$jdk_wanted-openjdk-devel openjdk@$jdk_wanted) where this package exists")"
  fi
}

check_maven() {
  local folder
  if ! command -v mvn >/dev/null 2>&1; then
    check Maven missing "$(in_language "commande mvn introuvable" "command mvn not found")" \
      "$(package_command maven maven maven)"
    return
  fi
  folder=$(ls -1d "${MAVEN_HOME:-/usr/share/maven}"/lib/maven-core-*.jar 2>/dev/null | head -n 1)
  folder=${folder##*maven-core-}
  check Maven ok "${folder%.jar}${folder:+ }($(command -v mvn))" ""
}

check_locale() {
  if [ "$(locale charmap 2>/dev/null)" = UTF-8 ]; then
    check UTF-8 ok "${LC_ALL:-${LC_CTYPE:-${LANG-}}}" ""
  else
    check UTF-8 missing "$(in_language "aucun environnement linguistique UTF-8" "no UTF-8 locale")" \
      "$(in_language "créez-en un, par exemple « localedef -i fr_CA -f UTF-8 fr_CA.UTF-8 »" "make one, for example “localedef -i fr_CA -f UTF-8 fr_CA.UTF-8”")"
  fi
}

check_memory() {
  local megabytes
  if [ -r /proc/meminfo ]; then
    megabytes=$(($(sed -n 's/^MemTotal: *\([0-9]*\) kB$/\1/p' /proc/meminfo) / 1024))
  else
    megabytes=$(($(sysctl -n hw.memsize 2>/dev/null || echo 0) / 1048576))
  fi
  if [ "$megabytes" -ge 3500 ]; then
    check "$(in_language mémoire memory)" ok "$megabytes $(in_language Mo MB)" ""
  else
    check "$(in_language mémoire memory)" missing "$megabytes $(in_language Mo MB)" \
      "$(in_language "il faut 4 Go pour bâtir; pour un petit parc, COURANT_JAVA_OPTS=-Xmx1g suffit ensuite" "4 GB are needed to build; COURANT_JAVA_OPTS=-Xmx1g is then enough for a small fleet")"
  fi
}

check_disk() {
  local megabytes
  megabytes=$(($(df -Pk "$root" | awk 'NR == 2 { print $4 }') / 1024))
  if [ "$megabytes" -ge 1500 ] || { [ -f "$apps/current" ] && [ "$megabytes" -ge 300 ]; }; then
    check "$(in_language disque disk)" ok "$megabytes $(in_language Mo MB)" ""
  else
    check "$(in_language disque disk)" missing "$megabytes $(in_language Mo MB)" \
      "$(in_language "libérez de l'espace : la construction et ses bibliothèques prennent environ 1,5 Go" "free some space: the build and its libraries take about 1.5 GB")"
  fi
}

user_folder() {
  if [ -n "${COURANT_HOME-}" ]; then
    printf '%s' "$COURANT_HOME"
  elif [ "$(uname -s)" = Darwin ]; then
    printf '%s' "${HOME-}/Library/Application Support/Courant"
  else
    case ${XDG_DATA_HOME-} in
      /*) printf '%s' "$XDG_DATA_HOME/courant" ;;
      *) printf '%s' "${HOME-}/.local/share/courant" ;;
    esac
  fi
}

check_user_folder() {
  local folder existing
  folder=$(user_folder)
  existing=$folder
  while [ ! -e "$existing" ] && [ "$existing" != / ] && [ "$existing" != . ]; do existing=$(dirname "$existing"); done
  if [ -d "$existing" ] && [ -w "$existing" ]; then
    check "$(in_language "dossier de Courant" "Courant's folder")" ok "$folder" ""
  else
    check "$(in_language "dossier de Courant" "Courant's folder")" missing "$(in_language "$folder : écriture refusée" "$folder: may not be written")" \
      "$(in_language "donnez un autre dossier : COURANT_HOME=/un/dossier" "name another folder: COURANT_HOME=/some/folder")"
  fi
}

check_build() {
  if out_of_date; then
    if [ -w "$root" ]; then
      check "$(in_language construction build)" ok "$(in_language "à faire; la première commande s'en charge" "to be made; the first command does it")" ""
    else
      check "$(in_language construction build)" missing "$(in_language "à faire, mais $root ne peut être modifié" "to be made, but $root may not be written")" \
        "$(in_language "lancez ./courant --version avec un compte qui en a le droit" "run ./courant --version with an account that may")"
    fi
  else
    check "$(in_language construction build)" ok "$(app_folder)" ""
  fi
}

check_fonts() {
  local fonts
  fonts=$(fc-list 2>/dev/null | wc -l | tr -d ' ')
  if [ "${fonts:-0}" -gt 0 ]; then
    check "$(in_language polices fonts)" ok "$fonts" ""
  else
    check "$(in_language polices fonts)" optional "$(in_language "aucune trouvée par fontconfig" "none found by fontconfig")" \
      "$(package_command fonts-dejavu-core dejavu-sans-fonts font-dejavu)"
  fi
}

check_chromium() {
  local chromium
  if chromium=$(find_chromium); then
    check Chromium ok "$chromium" ""
  else
    check Chromium optional \
      "$(in_language "absent; seuls les tests dans le navigateur s'en servent" "absent; only the tests in a browser use it")" \
      "$(package_command chromium chromium chromium)$(in_language ", ou nommez-le : COURANT_CHROMIUM=/chemin/du/navigateur" ", or name it: COURANT_CHROMIUM=/path/of/browser")"
  fi
}

doctor_report() {
  if $doctor_json; then doctor_report_json; else doctor_report_text; fi
  $doctor_ok && exit 0
  exit 1
}

doctor_report_text() {
  local line name state found advice
  for line in "${doctor_checks[@]}"; do
    IFS=$'\t' read -r name state found advice <<<"$line"
    case $state in
      ok) state=$(in_language "présent" present) ;;
      missing) state=$(in_language "MANQUE" MISSING) ;;
      optional) state=$(in_language "facultatif" optional) ;;
    esac
    printf '%s – %s – %s\n' "$name" "$state" "$found"
    [ -n "$advice" ] && printf '    → %s\n' "$advice"
  done
  if $doctor_ok; then
    in_language "Tout le nécessaire est là." "All that is needed is there."
  else
    in_language "Il manque quelque chose; voir les lignes ci-dessus." "Something is missing; see the lines above."
  fi
  printf '\n'
}

json_text() {
  local text=${1//\\/\\\\}
  text=${text//\"/\\\"}
  printf '"%s"' "$text"
}

doctor_report_json() {
  local line name state found advice separator=
  printf '{"ok":%s,"checks":[' "$doctor_ok"
  for line in "${doctor_checks[@]}"; do
    IFS=$'\t' read -r name state found advice <<<"$line"
    printf '%s{"name":%s,"state":%s,"found":%s,"advice":%s}' "$separator" \
      "$(json_text "$name")" "$(json_text "$state")" "$(json_text "$found")" "$(json_text "$advice")"
    separator=,
  done
  printf ']}\n'
}
