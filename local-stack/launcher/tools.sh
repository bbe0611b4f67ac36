# shellcheck shell=bash
# Part of ../../averment: finds a JDK, a Maven and a GraalVM, or says plainly what is missing. Needs ROOT.

JDK_NEEDED=25
MAVEN_FETCHED=3.9.16
DEPENDENCY_PLUGIN=3.9.0
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/averment

# Set when found.
jdk_found=
mvn=

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "averment: $1"
  shift
  local line
  for line in "$@"; do say "  $line"; done
  exit 1
}

misuse() { # like fail, for a command line that cannot be followed
  (fail "$@") || exit 2
}

has() { command -v "$1" >/dev/null 2>&1; }

jdk_major() { # DIR; prints the feature version of the JDK there, fails where there is none
  [[ -x $1/bin/java && -x $1/bin/javac && -r $1/release ]] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

jdk_on_path() { # the home of the first javac on PATH, links resolved
  local javac
  javac=$(command -v javac) && javac=$(readlink -f "$javac" 2>/dev/null) && dirname "$(dirname "$javac")"
}

find_jdk() {
  [[ -z $jdk_found ]] || return 0
  local dir major seen=
  for dir in "${JAVA_HOME:-}" "$(jdk_on_path)" /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/* /opt/java/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    major=$(jdk_major "$dir") || continue
    if ((major >= JDK_NEEDED)); then
      export JAVA_HOME=$dir PATH=$dir/bin:$PATH
      jdk_found=yes
      return 0
    fi
    seen="$seen JDK $major in $dir;"
  done
  fail "no JDK $JDK_NEEDED or later found." "${seen:+Found only:${seen%;}.}" \
    "Install one (any vendor; a JDK, not only a runtime) and set JAVA_HOME to its folder."
}

maven_is_new_enough() { # MVN
  local version major minor
  version=$("$1" --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)
  major=${version%%.*} minor=${version#*.} minor=${minor%%.*}
  ((${major:-0} > 3 || (${major:-0} == 3 && ${minor:-0} >= 9)))
}

find_maven() {
  [[ -z $mvn ]] || return 0
  find_jdk
  local installed fetched=$CACHE/apache-maven-$MAVEN_FETCHED/bin/mvn
  installed=$(command -v mvn) || installed=
  if [[ -n $installed ]] && maven_is_new_enough "$installed"; then
    mvn=$installed
    return 0
  fi
  if [[ ! -x $fetched ]]; then
    [[ -n $installed ]] ||
      fail "no Maven found." "Install it: \`mvn\` must be on the PATH; 3.9 or later, or an older 3 to fetch a newer one with."
    fetch_maven
  fi
  mvn=$fetched
}

fetch_maven() { # with the installed Maven, from wherever that one is set up to fetch
  local tmp
  if ! mkdir -p "$CACHE" || ! tmp=$(mktemp -d "$CACHE/fetch.XXXXXX"); then fail "cannot write to $CACHE."; fi
  say "The installed Maven is older than 3.9; fetching Maven $MAVEN_FETCHED with it, once."
  # Not from here: an older Maven stumbles over this project's settings. MAVEN_ARGS is a thing of 3.9, so it is named.
  # shellcheck disable=SC2086
  if ! (cd "$tmp" && mvn -B -C ${MAVEN_ARGS:-} "org.apache.maven.plugins:maven-dependency-plugin:$DEPENDENCY_PLUGIN:copy" \
    "-Dartifact=org.apache.maven:apache-maven:$MAVEN_FETCHED:zip:bin" "-DoutputDirectory=$tmp" >"$tmp/log" 2>&1 &&
    "$JAVA_HOME/bin/jar" xf "apache-maven-$MAVEN_FETCHED-bin.zip" && chmod +x "apache-maven-$MAVEN_FETCHED/bin/mvn"); then
    grep -m 3 ERROR "$tmp/log" >&2 || true
    rm -rf "$tmp"
    fail "Maven $MAVEN_FETCHED could not be fetched." "Check the network and ~/.m2/settings.xml, or install Maven 3.9 or later yourself."
  fi
  # A rename is atomic; whoever comes second finds the folder there and throws its own away.
  [[ -e $CACHE/apache-maven-$MAVEN_FETCHED ]] || mv "$tmp/apache-maven-$MAVEN_FETCHED" "$CACHE/" 2>/dev/null || true
  rm -rf "$tmp"
  [[ -x $CACHE/apache-maven-$MAVEN_FETCHED/bin/mvn ]] || fail "Maven $MAVEN_FETCHED could not be unpacked into $CACHE."
}

maven() {
  find_maven
  (cd "$ROOT" && exec "$mvn" -B -ntp "$@")
}

find_graalvm() {
  local native_image
  if [[ -z ${GRAALVM_HOME:-} ]] && native_image=$(command -v native-image); then
    native_image=$(readlink -f "$native_image")
    GRAALVM_HOME=$(dirname "$(dirname "$native_image")")
    GRAALVM_HOME=${GRAALVM_HOME%/lib/svm}
  fi
  [[ -n ${GRAALVM_HOME:-} ]] ||
    fail "no GraalVM found." "Install a GraalVM or Mandrel for JDK $JDK_NEEDED and set GRAALVM_HOME to its folder."
  [[ -x $GRAALVM_HOME/bin/native-image ]] || fail "GRAALVM_HOME is $GRAALVM_HOME, but there is no bin/native-image in it."
  export GRAALVM_HOME
}

check_disk() { # MB DIR...
  local need=$1 dir free
  shift
  for dir in "$@"; do
    free=$(df -Pm "$dir" 2>/dev/null | awk 'NR == 2 { print $4 }')
    [[ -z $free ]] || ((free >= need)) ||
      fail "only $free MB are free on the disk of $dir; a first start needs about $need MB." "Make room, then try again."
  done
}
