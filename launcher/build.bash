# Builds the product when it is not built or out of date. Read by ./courant, never run alone.
#
# A build is copied whole into its own folder, cli/target/app/<id>, and then named in one file, cli/target/app/current,
# which is as old as the beginning of the build. A run that started before goes on with the jars it opened.

apps=$root/cli/target/app

app_folder() {
  printf '%s/%s\n' "$apps" "$(cat "$apps/current")"
}

# A source or a build file that is newer than the build, or removed since (its folder is then newer).
out_of_date() {
  [ -f "$apps/current" ] && [ -f "$(app_folder)/courant-cli.jar" ] || return 0
  local module sources=("$root/pom.xml")
  for module in "$root"/*/pom.xml; do
    sources+=("$module")
    [ -d "${module%/pom.xml}/src/main" ] && sources+=("${module%/pom.xml}/src/main")
  done
  [ -n "$(find "${sources[@]}" -newer "$apps/current" -print 2>/dev/null | head -n 1)" ]
}

build_when_out_of_date() {
  out_of_date || return 0
  require_maven
  with_build_lock build_unless_done
}

build_unless_done() {
  out_of_date || return 0 # another launch has built while this one waited
  say "mise à jour de la construction (la première prend quelques minutes)…" \
    "building (the first time takes a few minutes)…"
  local id began
  id=$(date +%Y%m%d%H%M%S)-$$
  began=$apps/began-$id
  mkdir -p "$apps/$id" && : >"$began" || {
    say "impossible d'écrire dans $apps : bâtissez d'abord avec un compte qui en a le droit." \
      "cannot write to $apps: build first with an account that may."
    exit 1
  }
  rm -rf "$root/cli/target/lib" "$root/platform/target/lib"
  # Without e2e: it has tests alone, and Maven would fetch its browser driver (202 MB) even to skip them.
  if ! maven -q -Dmaven.test.skip=true -pl '!e2e' package </dev/null >&2; then
    rm -rf "${apps:?}/$id" "$began"
    say "la construction a échoué; la cause est ci-dessus." "the build failed; the cause is above."
    exit 1
  fi
  install_app "$id"
  printf '%s\n' "$id" >"$began"
  # The content is new but the age must stay that of the beginning: a file saved during the build is newer.
  touch -r "$apps/$id/.began" "$began"
  mv -f "$began" "$apps/current"
  remove_old_apps "$id"
}

install_app() {
  local app=$apps/$1 module jar
  cp -p "$apps/began-$1" "$app/.began"
  for module in "$root"/*/pom.xml; do
    module=${module%/pom.xml}
    for jar in "$module"/target/courant-*.jar; do
      case $jar in *-tests.jar | *-sources.jar | *-javadoc.jar) continue ;; esac
      [ -f "$jar" ] && cp "$jar" "$app/courant-${module##*/}.jar"
    done
  done
  copy_jars "$root/cli/target/lib" "$app"
  install_platform "$app"
  "$JAVA_HOME/bin/java" "-XX:ArchiveClassesAtExit=$app/courant.jsa" "${java_options[@]}" -cp "$app/*" \
    courant.cli.Courant --help </dev/null >/dev/null 2>&1 || rm -f "$app/courant.jsa"
}

# The web application's jars, less those that the command line has already.
install_platform() {
  local jar
  mkdir "$1/platform"
  mv "$1/courant-platform.jar" "$1/platform/"
  copy_jars "$root/platform/target/lib" "$1/platform"
  for jar in "$1"/*.jar; do
    rm -f "$1/platform/${jar##*/}"
  done
}

# copy_jars FROM TO: links where the file system allows, which costs neither time nor room.
copy_jars() {
  cp -l "$1"/*.jar "$2/" 2>/dev/null || cp "$1"/*.jar "$2/"
}

# All but this build and the one before it, which a run may still be using.
remove_old_apps() {
  local folder kept=0
  while IFS= read -r folder; do
    kept=$((kept + 1))
    [ "$kept" -gt 2 ] && rm -rf "$folder"
  done < <(ls -1dt "$apps"/*/ 2>/dev/null)
  return 0
}

maven() {
  local options="--enable-native-access=ALL-UNNAMED"
  [ "$(jdk_version "$JAVA_HOME")" -ge 24 ] && options="$options --sun-misc-unsafe-memory-access=allow"
  (cd "$root" && MAVEN_OPTS="$options ${MAVEN_OPTS-}" mvn -B "$@")
}

# with_build_lock COMMAND…: one build at a time in this folder; others wait.
with_build_lock() {
  mkdir -p "$root/cli/target" 2>/dev/null
  if command -v flock >/dev/null 2>&1; then
    (
      exec 9>"$root/cli/target/.build-lock" || exit 1
      if ! flock -n 9; then
        say "une autre construction est en cours; on l'attend…" "another build is running; waiting for it…"
        flock 9
      fi
      "$@" 9>&-
    ) || exit $?
  else
    lock_by_folder "$@"
  fi
}

# Where there is no flock (macOS): a folder is the lock, and the number of its owner tells a lock left by a crash.
lock_by_folder() {
  local lock=$root/cli/target/.build-lock.d owner status said=
  until mkdir "$lock" 2>/dev/null; do
    owner=$(cat "$lock/owner" 2>/dev/null)
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      rm -rf "$lock"
      continue
    fi
    [ -z "$said" ] && said=1 && say "une autre construction est en cours; on l'attend…" "another build is running; waiting for it…"
    sleep 1
  done
  echo $$ >"$lock/owner"
  trap 'rm -rf "$lock"' EXIT
  ("$@")
  status=$?
  rm -rf "$lock"
  trap - EXIT
  [ "$status" -eq 0 ] || exit "$status"
}
