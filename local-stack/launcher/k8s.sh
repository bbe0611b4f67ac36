# shellcheck shell=bash
# Part of ../../averment: the manifests in k8s/. Needs ROOT, tools.sh and build.sh.

KUBECTL_MINOR=21
OVERLAYS=$ROOT/k8s/overlays
NAMESPACE=averment

overlay_names() { (cd "$OVERLAYS" && printf '%s\n' * | tr '\n' ' ' | sed 's/ $//'); }

find_kubectl() {
  local version
  has kubectl || fail "no kubectl found." "Install it: 1.$KUBECTL_MINOR or later must be on the PATH."
  version=$(kubectl version --client 2>/dev/null | sed -n 's/.*v1\.\([0-9]*\)\..*/\1/p' | head -n 1)
  ((${version:-0} >= KUBECTL_MINOR)) || fail "this kubectl is older than 1.$KUBECTL_MINOR." "Install a newer one."
}

check_overlay() { # [OVERLAY]
  [[ -n ${1:-} && -d $OVERLAYS/${1:-} ]] || misuse "there is no overlay ${1:-without a name}." "The overlays: $(overlay_names)"
}

k8s() { # check|build|test|try ARGS
  local what=${1:-}
  (($# == 0)) || shift
  case $what in
    check) k8s_check "$@" ;;
    build) k8s_build "$@" ;;
    test) k8s_test "$@" ;;
    try) k8s_try "$@" ;;
    *) misuse "\`k8s\` does not know ${what:-what to do}." "./averment k8s --help says what it takes." ;;
  esac
}

k8s_check() { # [OVERLAY...]
  local overlay
  for overlay in "$@"; do check_overlay "$overlay"; done
  find_kubectl
  build local-stack/manifests
  find_jdk
  exec "$JAVA_HOME/bin/java" "@$(output_of local-stack/manifests)" io.averment.manifests.Main "$@"
}

k8s_build() { # OVERLAY
  check_overlay "$@"
  find_kubectl
  kubectl kustomize "$OVERLAYS/$1"
}

k8s_test() { # [OVERLAY]; asks the cluster that kubectl is set up for, and changes nothing there
  local overlay=${1:-local} built answer code=0
  check_overlay "$overlay"
  find_kubectl
  answer=$(kubectl get --raw /version 2>&1 >/dev/null) || fail "no cluster answers: ${answer##*$'\n'}" "Set KUBECONFIG to one, or check: kubectl cluster-info"
  built=$(kubectl kustomize "$OVERLAYS/$overlay")
  # What is not made cannot be asked about in a namespace that is not there.
  if ! kubectl get namespace "$NAMESPACE" >/dev/null 2>&1; then
    say "There is no namespace $NAMESPACE yet; the objects are tried in the namespace default."
    built=$(sed "s/^  namespace: $NAMESPACE\$/  namespace: default/" <<<"$built")
  fi
  answer=$(kubectl apply --dry-run=server -f - <<<"$built" 2>&1) || code=1
  printf '%s\n' "$answer"
  if ((code != 0)); then
    say "averment: the cluster refuses some of it. \"no matches for kind\" means that an operator is not installed (k8s/README.md)."
  fi
  return "$code"
}
