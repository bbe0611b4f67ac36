# shellcheck shell=bash
# shellcheck disable=SC2034,SC2153,SC2154 # what is set here is read in the other parts, and the other way round
# Part of ../../averment: an overlay on a real cluster that may be thrown away. What each step does is in k8s-steps.sh; here is what they
# are done with: pods of the client, load, volumes, the report. Needs ROOT, tools.sh, build.sh and k8s.sh.

CLIENTS=gateway # the namespace that the network policies let in
WATCHERS=monitoring
TRIED="app.kubernetes.io/part-of=averment-try"
SERVICES_TRIED=(ingest analysis query)
SERVERS_TRIED=(postgresql kafka keycloak)
LOAD_RATE=${LOAD_RATE:-3}

k() { # ARGS; the cluster's kubectl
  # shellcheck disable=SC2086
  ${KUBECTL:-kubectl} "$@"
}

k8s_try() { # [--keep] [--report FILE] [--steps STEP,...] OVERLAY
  local keep='' report='' chosen='' overlay=''
  while (($# > 0)); do
    case $1 in
      --keep) keep=yes ;;
      --report | --steps)
        (($# > 1)) || misuse "$1 needs a value." "./averment k8s --help says more."
        if [[ $1 == --report ]]; then report=$2; else chosen=$2; fi
        shift
        ;;
      *) overlay=$1 ;;
    esac
    shift
  done
  check_overlay "${overlay:-local}"
  overlay=${overlay:-local}
  find_kubectl
  k get --raw /version >/dev/null 2>&1 || fail "no cluster answers." "Set KUBECONFIG to one that may be thrown away."
  local step steps=("${TRY_STEPS[@]}")
  [[ -z $chosen ]] || IFS=, read -r -a steps <<<"$chosen"
  for step in "${steps[@]}"; do
    [[ " ${TRY_STEPS[*]} " == *" $step "* ]] || misuse "there is no step $step." "The steps: ${TRY_STEPS[*]}"
  done
  tried=$ROOT/target/k8s-try
  # What earlier steps saw of the same deployment stays.
  [[ " ${steps[*]} " != *" deploy "* ]] || rm -rf "$tried"
  mkdir -p "$tried"
  failed_steps=0 load_log='' load_name='' load_pid=''
  # shellcheck disable=SC2064
  trap "try_end '$keep'" EXIT
  trap 'exit 130' INT TERM HUP
  for step in "${steps[@]}"; do
    try_step "$step" "$overlay" || [[ $step != deploy ]] || break
  done
  try_report "$overlay" >"$tried/report.md"
  [[ -z $report ]] || cp "$tried/report.md" "$report"
  say "The report: ${report:-$tried/report.md}"
  ((failed_steps == 0))
}

# -------------------------------------------------------------------------------------------------- steps and what they say

try_step() { # STEP OVERLAY; runs it, times it, and keeps what it noted
  local step=$1 start=$SECONDS result=passed
  say "$(printf '  %-12s' "$step")"
  : >"$tried/notes"
  "try_$step" "$2" || result=failed
  if [[ -n $load_pid ]]; then load_end any || true; fi
  if [[ $result == failed ]]; then
    failed_steps=$((failed_steps + 1))
    note "**failed.** Look at: $(look_at "$step")"
    k -n "$NAMESPACE" get pods -o wide >"$tried/$step.pods" 2>&1 || true
    k -n "$NAMESPACE" get events --sort-by=.lastTimestamp >"$tried/$step.events" 2>&1 || true
  fi
  printf '| %s | %s | %s |\n' "$step" "$result" $((SECONDS - start)) >"$tried/$step.row"
  { printf '\n## %s\n\n%s\n\n' "$step" "$(about "$step")" && cat "$tried/notes"; } >"$tried/$step.md"
  say "$(printf '  %-12s %s after %d s' "$step" "$result" $((SECONDS - start)))"
  [[ $result == passed ]]
}

note() { # TEXT
  printf -- '- %s\n' "$1" >>"$tried/notes"
  say "      $1"
}

note_lines() { # PREFIX FILE; what the client said under this word
  local line
  while IFS= read -r line; do note "${line#*: }"; done < <(grep "^$1: " "$2" || true)
}

verdict() { sed -n 's/^verdict: //p' "$1" | tail -n 1; } # FILE

within() { # SECONDS COMMAND ARGS; repeats it until it succeeds
  local end=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    ((SECONDS < end)) || return 1
    sleep 1
  done
}

# ------------------------------------------------------------------------------------------------------------- client pods

client_manifest() { # NAME NAMESPACE LABELS READY ARGS...; READY=never keeps it out of every Service that its labels would put it into
  local name=$1 namespace=$2 labels=$3 ready=$4
  shift 4
  cat <<YAML
apiVersion: v1
kind: Pod
metadata:
  name: $name
  namespace: $namespace
  labels: {$labels}
spec:
  restartPolicy: Never
  automountServiceAccountToken: false
  enableServiceLinks: false
  terminationGracePeriodSeconds: 300
  securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
$([[ $ready != never ]] || printf '  readinessGates: [{conditionType: averment.io/never}]')
  containers:
    - name: client
      image: averment/test-client:$(version | cut -d' ' -f2)
      command: [java, -Xmx128m, -XX:+UseSerialGC, -XX:TieredStopAtLevel=1, -cp, "/opt/averment/classes:/opt/averment/libs/*", io.averment.stack.Main, cluster]
      args: [$(printf '"%s",' "$@")]
      resources: {requests: {cpu: 50m, memory: 256Mi}, limits: {memory: 256Mi}}
      securityContext: {allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: {drop: [ALL]}}
      volumeMounts:
        - {name: tmp, mountPath: /tmp}
        - {name: samples, mountPath: /samples}
  volumes:
    - {name: tmp, emptyDir: {}}
    - {name: samples, configMap: {name: samples, optional: true}}
YAML
}

has_ended() { # NAMESPACE POD
  case $(k -n "$1" get pod "$2" -o 'jsonpath={.status.phase}') in Succeeded | Failed) return 0 ;; *) return 1 ;; esac
}

is_running() { [[ $(k -n "$1" get pod "$2" -o 'jsonpath={.status.phase}') == Running ]]; } # NAMESPACE POD

client() { # NAME NAMESPACE LABELS ARGS...; runs it to its end; what it said is in $tried/NAME.log
  local name=$1 namespace=$2 labels=$3 code=0
  shift 3
  k -n "$namespace" delete pod "$name" --ignore-not-found --wait >/dev/null
  client_manifest "$name" "$namespace" "$labels" never "$@" | k apply -f - >/dev/null || return 1
  within 300 has_ended "$namespace" "$name" || code=1
  k -n "$namespace" logs "$name" >"$tried/$name.log" 2>&1 || code=1
  [[ $(k -n "$namespace" get pod "$name" -o 'jsonpath={.status.phase}') == Succeeded ]] || code=1
  k -n "$namespace" delete pod "$name" --grace-period=1 --wait >/dev/null || true
  return "$code"
}

broker_client() { # NAME ARGS...; by a pod that may reach the broker
  local name=$1
  shift
  client "$name" "$NAMESPACE" "app.kubernetes.io/name: topics, app.kubernetes.io/part-of: averment" "$@"
}

# -------------------------------------------------------------------------------------------------------------------- load

is_sending() { grep -q '^sending' "$load_log"; }

load_begin() { # NAME
  load_log=$tried/load-$1.log load_name=load-$1
  client_manifest "$load_name" "$CLIENTS" "app.kubernetes.io/name: load" always \
    load --name "$1-$$" --rate "$LOAD_RATE" --seconds 1800 | k apply -f - >/dev/null || return 1
  within 120 is_running "$CLIENTS" "$load_name" || return 1
  k -n "$CLIENTS" logs -f "$load_name" >"$load_log" 2>&1 &
  load_pid=$!
  within 60 is_sending || return 1
  sleep 6
}

load_end() { # any|undisturbed; what was accepted must be in the record, and with `undisturbed` no request may have failed
  local said
  sleep 6
  # Told to end it stops sending, and looks for everything in the record.
  k -n "$CLIENTS" delete pod "$load_name" --wait --timeout=330s >/dev/null || true
  wait "$load_pid" || true
  load_pid=''
  note_lines load "$load_log"
  said=$(verdict "$load_log")
  case $said in
    "kept undisturbed") return 0 ;;
    "kept disturbed") [[ $1 == any ]] ;;
    *) note "the load said: ${said:-nothing}" && return 1 ;;
  esac
}

# ----------------------------------------------------------------------------------------------------------------- the cluster

kind_of() { case $1 in ingest | analysis | query) echo deployment ;; *) echo statefulset ;; esac; } # APP

pods_of() { k -n "$NAMESPACE" get pods -l "app.kubernetes.io/name=$1,app.kubernetes.io/component!=migration,averment.io/probe!=yes" "${@:2}"; } # APP ARGS

is_ready() { # APP [UID]; all of its pods are ready, none is ending, and none is the one of this uid
  local pods
  pods=$(pods_of "$1" -o 'jsonpath={range .items[*]}{.metadata.uid} {.metadata.deletionTimestamp} {.status.conditions[?(@.type=="Ready")].status}{"\n"}{end}')
  [[ -n $pods && $pods != *"${2:-no such uid}"* ]] && ! grep -qv ' True$' <<<"$pods" && ! grep -q 'T.*Z True' <<<"$pods"
}

restarts() { # APP; how often containers of its pods were started again
  pods_of "$1" -o 'jsonpath={range .items[*]}{.status.containerStatuses[0].restartCount}{"\n"}{end}' | awk '{ n += $1 } END { print n + 0 }'
}

make_namespace() { # NAME; marked, so that it goes again
  k get namespace "$1" >/dev/null 2>&1 || k apply -f - >/dev/null <<YAML
apiVersion: v1
kind: Namespace
metadata: {name: $1, labels: {kubernetes.io/metadata.name: $1, ${TRIED/=/: }}}
YAML
}

make_volumes() { # where no storage class makes them: in VOLUMES, a folder of the only node
  local claim size
  [[ $(k get storageclass -o 'jsonpath={range .items[*]}{.metadata.annotations}{end}') != *is-default-class*true* ]] || return 0
  [[ -n ${VOLUMES:-} ]] || { note "no storage class makes volumes, and VOLUMES names no folder of the node" && return 1; }
  k -n "$CLIENTS" delete pod volumes --ignore-not-found >/dev/null
  k apply -f - >/dev/null <<YAML
apiVersion: v1
kind: Pod
metadata: {name: volumes, namespace: $CLIENTS}
spec:
  restartPolicy: Never
  containers:
    - name: folders
      image: averment/test-postgresql:18.6.0
      command: [sh, -c, 'cd /volumes && rm -rf data-* && mkdir data-postgresql-0 data-kafka-0 data-keycloak-0']
      securityContext: {runAsUser: 0}
      volumeMounts: [{name: volumes, mountPath: /volumes}]
  volumes: [{name: volumes, hostPath: {path: "$VOLUMES", type: DirectoryOrCreate}}]
YAML
  within 60 has_ended "$CLIENTS" volumes || return 1
  for claim in data-postgresql-0:5Gi data-kafka-0:5Gi data-keycloak-0:1Gi; do
    size=${claim#*:} claim=${claim%:*}
    k apply -f - >/dev/null <<YAML || return 1
apiVersion: v1
kind: PersistentVolume
metadata: {name: averment-try-$claim, labels: {${TRIED/=/: }}}
spec:
  capacity: {storage: $size}
  accessModes: [ReadWriteOnce]
  claimRef: {namespace: $NAMESPACE, name: $claim}
  local: {path: "$VOLUMES/$claim"}
  nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/os, operator: In, values: [linux]}]}]}}
YAML
  done
}

load_images() { # where no registry is reached: the archives in IMAGES, by IMAGE_LOADER
  local archives=("${IMAGES:-$ROOT/target/images}"/*.tar)
  [[ -n ${IMAGE_LOADER:-} ]] || return 0
  [[ -e ${archives[0]} ]] || { note "there are no images in ${IMAGES:-target/images}" && return 1; }
  # shellcheck disable=SC2086
  $IMAGE_LOADER "${archives[@]}" >"$tried/images.log" 2>&1
}

hook_policies() { # where the network does not keep policies by itself: a command that makes it keep those of a namespace
  # shellcheck disable=SC2086
  [[ -z ${POLICY_HOOK:-} ]] || $POLICY_HOOK "$NAMESPACE" >>"$tried/policy.log" 2>&1
}

throw_away() { # what this made; a namespace that was there before stays
  k delete namespace "$NAMESPACE" --ignore-not-found --wait --timeout=120s >/dev/null 2>&1 || true
  k delete namespace,pv -l "$TRIED" --ignore-not-found --wait --timeout=120s >/dev/null 2>&1 || true
  k delete priorityclass averment-live averment-archive --ignore-not-found >/dev/null 2>&1 || true
  hook_policies || true
}

try_end() { # KEEP
  local code=$?
  trap - EXIT
  [[ -z $load_pid ]] || kill "$load_pid" 2>/dev/null || true
  if [[ -z $1 ]]; then throw_away; else say "Kept: the namespaces $NAMESPACE, $CLIENTS and $WATCHERS."; fi
  exit "$code"
}

try_report() { # OVERLAY; what every step of this deployment saw at the last
  local step
  cat <<MD
# The manifests, seen on a cluster

Written by \`./averment k8s try $1\` on $(date -u +%Y-%m-%d), of $(git -C "$ROOT" describe --always --abbrev=12 2>/dev/null || version): Kubernetes
$(k get nodes -o 'jsonpath={.items[0].status.nodeInfo.kubeletVersion}'), $(k get nodes --no-headers | wc -l | tr -d ' ') node, $(k get nodes -o 'jsonpath={.items[0].status.capacity.cpu}') processors. Load: $LOAD_RATE articles a second, each in two revisions, and for
each a reader and an analysis over HTTP; a request that fails is sent again until it is answered. "Told to repeat" is 429 or 503 with Retry-After.

| Step | | Seconds |
|---|---|---|
MD
  for step in "${TRY_STEPS[@]}"; do cat "$tried/$step.row" 2>/dev/null || printf '| %s | not run | |\n' "$step"; done
  for step in "${TRY_STEPS[@]}"; do cat "$tried/$step.md" 2>/dev/null || true; done
}
