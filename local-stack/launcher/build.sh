# shellcheck shell=bash
# Part of ../../averment: builds what the sources are newer than, and nothing else. Needs ROOT and tools.sh.

# What a service's build needs beside itself: the dev-services extension, and the stack that it starts.
SUPPORT=local-stack/stack,local-stack/dev-services/runtime,local-stack/dev-services/deployment

output_of() { # MODULE; the file whose presence says that the module is packaged
  case $1 in
    local-stack/*) printf '%s\n' "$ROOT/$1/target/java.args" ;;
    *) printf '%s\n' "$ROOT/$1/target/quarkus-app/quarkus-run.jar" ;;
  esac
}

project_version() { # the project's own is the first at this depth
  sed -n 's,^  <version>\(.*\)</version>$,\1,p' "$ROOT/pom.xml" | head -n 1
}

native_of() { # SERVICE; its native executable, if there is one of this version
  local file
  file=$ROOT/$1/target/$1-$(project_version)-runner
  [[ -f $file && -x $file ]] && printf '%s\n' "$file"
}

sources_sum() { # MODULE; one line that changes whenever anything that its build reads changes
  (cd "$ROOT" && {
    find pom.xml .mvn local-stack/pom.xml "$1/pom.xml" "$1/src" -type f -exec cksum {} +
    printf '%s\n' "${MAVEN_ARGS:-}"
  } | LC_ALL=C sort | cksum)
}

stamp_of() { printf '%s\n' "$ROOT/$1/target/built.${2:-jvm}"; } # MODULE [native]

is_built() { # MODULE OUTPUT [native]; true if OUTPUT was made by this launcher from the sources as they are now
  local stamp
  stamp=$(stamp_of "$1" "${3:-}")
  # An output newer than its stamp was made by somebody else, from who knows what.
  [[ -e $2 && -e $stamp && ! $2 -nt $stamp && $(<"$stamp") == "$(sources_sum "$1")" ]]
}

jars_exist() { # FILE; whether the local repository still has what the FILE of arguments for java names
  local jar
  while IFS= read -r jar; do
    [[ -e $jar ]] || return 1
  done < <(grep -oE '/[^":]+\.(jar|zip)' "$1")
}

stale_modules() { # MODULE...; prints those that must be built
  local module output
  for module in "$@"; do
    output=$(output_of "$module")
    if ! is_built "$module" "$output" || { [[ $output == *.args ]] && ! jars_exist "$output"; }; then
      printf '%s\n' "$module"
    fi
  done
}

take_sums() { # MODULE...; before a build, since sources may change meanwhile
  local module
  sums=()
  for module in "$@"; do sums+=("$(sources_sum "$module")"); done
}

write_stamps() { # MODULE...; after it
  local module i=0
  for module in "$@"; do
    printf '%s\n' "${sums[i]}" >"$(stamp_of "$module")"
    i=$((i + 1))
  done
}

# Packages modules without checks and tests if any is out of date; says so on standard error in one line, and is silent otherwise.
build() { # MODULE...
  local list
  [[ -n $(stale_modules "$@") ]] || return 0
  find_maven
  mkdir -p "$ROOT/target"
  # Two launchers at once must not build into the same folders.
  exec 9>"$ROOT/target/averment.lock"
  if has flock; then flock 9; fi
  if [[ -n $(stale_modules "$@") ]]; then
    take_sums "$@"
    list=$(IFS=, && printf '%s' "$*")
    maven_with_progress building built -q -Dquick -pl "$SUPPORT,$list" package
    write_stamps "$@"
  fi
  exec 9>&-
}

refuse_stale_natives() { # SERVICE...; what is handed on must be made of the same sources in both forms
  local service executable
  for service in "$@"; do
    if executable=$(native_of "$service") && ! is_built "$service" "$executable" native; then
      fail "${executable#"$ROOT"/} was not made of the sources as they are." "Make it again (./averment native $service), or remove it."
    fi
  done
}

build_with_bills() { # SERVICE...; packages them with all checks, each with the list of what it consists of
  local list
  list=$(IFS=, && printf '%s' "$*")
  find_maven
  take_sums local-stack/stack "$@"
  maven_with_progress building built -DskipTests "-Daverment.commit=$(commit)" -Dquarkus.dependency.sbom.runtime-only=true \
    -pl "$SUPPORT,$list" package quarkus:dependency-sbom
  write_stamps local-stack/stack "$@"
}

maven_with_progress() { # DOING DONE MAVEN-ARGS; one line that counts seconds; on failure the errors, then exit
  local doing=$1 done=$2 log=$ROOT/target/averment-build.log start=$SECONDS code=0 die_with_us=()
  shift 2
  # Where the system can do it, Maven ends even if this script is killed outright.
  if has setpriv && setpriv --pdeathsig KILL true 2>/dev/null; then die_with_us=(setpriv --pdeathsig KILL); fi
  mkdir -p "$ROOT/target"
  [[ -t 2 ]] || say "  $doing (Maven; the first time it downloads much)"
  # A process group of its own, so that what Maven starts ends with it.
  set -m
  (cd "$ROOT" && exec ${die_with_us[@]+"${die_with_us[@]}"} "$mvn" -B -ntp "$@") </dev/null >"$log" 2>&1 9>&- &
  builder=$!
  set +m
  trap 'kill -- "-$builder" 2>/dev/null; wait "$builder" || true; exit 130' INT TERM HUP
  while kill -0 "$builder" 2>/dev/null; do
    [[ ! -t 2 ]] || printf '\r  %-18s %4d s  (Maven; the first time it downloads much) ' "$doing" $((SECONDS - start)) >&2
    sleep 0.2
  done
  wait "$builder" || code=$?
  trap - INT TERM HUP
  [[ ! -t 2 ]] || printf '\r\033[K' >&2
  if ((code != 0)); then
    sed -n -e '/\[Help 1\]/q' -e 's/^\[ERROR\] //p' -e '/^Error: /p' "$log" | head -n 15 >&2
    fail "the build failed." "Everything Maven said: $log"
  fi
  say "$(printf '  %-18s %4d s' "$done" $((SECONDS - start)))"
}
