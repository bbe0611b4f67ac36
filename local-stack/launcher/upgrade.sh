# shellcheck shell=bash
# shellcheck disable=SC2034 # what is set here is read in ../../averment
# Part of ../../averment: another version of the services, built beside this one. Needs ROOT, SERVICES, tools.sh and build.sh.

upgrade() { # --from REF [--articles N] [--rate N]
  local ref='' words=() hash tree
  while (($# > 0)); do
    case $1 in
      --from)
        (($# > 1)) || misuse "--from needs a value." "./averment upgrade --help says what it takes."
        ref=$2
        shift
        ;;
      --from=*) ref=${1#*=} ;;
      *) words+=("$1") ;;
    esac
    shift
  done
  [[ -n $ref ]] || misuse "upgrade needs --from REF." "./averment upgrade --help says what it takes."
  has git || fail "no git found." "The other version is taken from this repository's history."
  hash=$(git -C "$ROOT" rev-parse --verify --quiet "$ref^{commit}") ||
    misuse "there is no commit $ref here." "Name a commit, a branch or a tag of this repository."
  tree=$ROOT/.averment/versions/${hash:0:12}
  take_version "$hash" "$tree"
  build_version "$tree"
  stack_modules=(local-stack/stack "${SERVICES[@]}")
  stack upgrade --from "${hash:0:12}" --built "$tree" ${words[@]+"${words[@]}"}
}

take_version() { # COMMIT DIR; a work tree of it, unless it is there
  [[ -e $2/.git ]] && return 0
  check_disk "$COLD_DISK_MB" "$ROOT"
  # Under another name until all files are there, so that one that was broken off is never built. Forced twice, since git still knows, and
  # keeps locked, what was broken off or deleted by hand.
  rm -rf "$2" "$2.draft"
  git -C "$ROOT" worktree add --quiet --force --force --detach "$2.draft" "$1" >&2 &&
    git -C "$ROOT" worktree move --force --force "$2.draft" "$2" >&2 || fail "the version $1 could not be taken into $2."
}

build_version() { # DIR; its services, by its own build
  local service ROOT=$1
  for service in "${SERVICES[@]}"; do
    [[ -d $ROOT/$service ]] || fail "that version has no $service."
  done
  build "${SERVICES[@]}"
}
