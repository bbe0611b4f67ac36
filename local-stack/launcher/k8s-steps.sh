# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154 # what is set here is read in the other parts, and the other way round
# Part of ../../averment: the steps of `./averment k8s try`, each a function that succeeds or not and notes what it saw. Needs k8s-try.sh.

TRY_STEPS=(deploy samples delete roll bad servers memory scale count policies)
GROUP=averment-analysis-live-backfill-reanalysis
PARTITIONS=4

about() { # STEP; what it shows
  case $1 in
    deploy) echo "The overlay applied to an empty cluster, all at once; every Job done, every pod ready." ;;
    samples) echo "The sample reports sent through the Services with a token from Keycloak, and the record compared with what is expected." ;;
    delete) echo "Each pod deleted in turn under load. Nothing that was accepted may be missing from the record; requests may fail meanwhile, for there is one pod of each." ;;
    roll) echo "Each service replaced by a rolling update under load. No request may fail but those that are told to repeat (429, 503 with Retry-After)." ;;
    bad) echo "Under load: an image that does not exist, a version that cannot reach its database, one that cannot reach the broker. The rollout stops, the old pods go on, and it is undone; no request fails." ;;
    servers) echo "PostgreSQL, Kafka and Keycloak restarted under load, one after the other." ;;
    memory) echo "Under load: a version of analysis whose heap may grow beyond its memory limit, pressed with long texts until the kernel ends it; it comes back, and the version is undone." ;;
    scale) echo "Analysis scaled from 1 to $PARTITIONS pods and back under load: the partitions are shared, and each article's revisions stay in order." ;;
    count) echo "What is left over after all of this." ;;
    policies) echo "Network policies in force: every arrow of README.md works, every other connection is refused; the flow goes on." ;;
  esac
}

look_at() { # STEP
  case $1 in
    deploy) echo "\`kubectl -n $NAMESPACE describe pods\`, the logs of what is not ready, volumes (\`kubectl get pv,pvc -A\`)" ;;
    samples) echo "the differences above; \`kubectl -n $NAMESPACE logs deployment/analysis\`" ;;
    policies) echo "\`kubectl -n $NAMESPACE get networkpolicies\`, and whether the cluster's network keeps policies at all" ;;
    *) echo "the load's lines above; logs of the pods, \`--previous\` too; \`kubectl -n $NAMESPACE get events\`" ;;
  esac
}

try_deploy() { # OVERLAY
  local app start=$SECONDS
  throw_away
  load_images || return 1
  make_namespace "$CLIENTS" && make_namespace "$WATCHERS" && make_volumes || return 1
  k -n "$CLIENTS" create configmap samples --from-file="$ROOT/local-stack/samples" >/dev/null || return 1
  start=$SECONDS
  kubectl kustomize "$OVERLAYS/$1" | k apply -f - >"$tried/apply.log" 2>&1 || { note "$(tail -n 1 "$tried/apply.log")" && return 1; }
  for app in "${SERVERS_TRIED[@]}" "${SERVICES_TRIED[@]}"; do
    within 600 is_ready "$app" || { note "$app is not ready" && return 1; }
    note "$app ready after $((SECONDS - start)) s, started again $(restarts "$app") times"
  done
  within 600 jobs_are_complete || { note "not all Jobs are complete" && return 1; }
  note "all Jobs complete after $((SECONDS - start)) s"
}

jobs_are_complete() {
  ! k -n "$NAMESPACE" get jobs -o 'jsonpath={range .items[*]}{.status.succeeded}{"\n"}{end}' | grep -qv '^1$'
}

try_samples() {
  local code=0
  client samples "$CLIENTS" "app.kubernetes.io/name: samples" samples || code=1
  note_lines samples "$tried/samples.log"
  return "$code"
}

try_delete() {
  local app uid start code=0
  for app in "${SERVICES_TRIED[@]}" "${SERVERS_TRIED[@]}"; do
    load_begin "delete-$app" || return 1
    uid=$(pods_of "$app" -o 'jsonpath={.items[0].metadata.uid}')
    start=$SECONDS
    k -n "$NAMESPACE" delete "$(pods_of "$app" -o name)" --wait=false >/dev/null || return 1
    within 300 is_ready "$app" "$uid" || { note "$app did not come back" && return 1; }
    note "**$app**: another pod ready after $((SECONDS - start)) s"
    load_end any || code=1
  done
  return "$code"
}

try_roll() {
  local app start code=0
  for app in "${SERVICES_TRIED[@]}"; do
    load_begin "roll-$app" || return 1
    start=$SECONDS
    k -n "$NAMESPACE" rollout restart "deployment/$app" >/dev/null || return 1
    rolled_out "$app" || return 1
    within 90 is_ready "$app" || return 1
    note "**$app**: replaced after $((SECONDS - start)) s"
    load_end undisturbed || code=1
  done
  return "$code"
}

rolled_out() { # APP
  k -n "$NAMESPACE" rollout status "$(kind_of "$1")/$1" --timeout=300s >/dev/null || { note "$1 was not rolled out" && return 1; }
}

try_bad() {
  local code=0
  load_begin bad || return 1
  stays_out query "an image that does not exist" set image deployment/query query=averment/query-service:0.0.0-missing || code=1
  stays_out ingest "a version without its database" set env deployment/ingest QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://nowhere:5432/ingest || code=1
  stays_out analysis "a version without its broker" set env deployment/analysis KAFKA_BOOTSTRAP_SERVERS=nowhere:9092 || code=1
  load_end undisturbed || code=1
  return "$code"
}

stays_out() { # APP WHAT KUBECTL-ARGS...; the change is stopped, the old pod serves on, and undoing it is enough
  local app=$1 what=$2 available
  shift 2
  k -n "$NAMESPACE" "$@" >/dev/null || return 1
  if k -n "$NAMESPACE" rollout status "deployment/$app" --timeout=60s >/dev/null 2>&1; then note "$app: $what was rolled out" && return 1; fi
  available=$(k -n "$NAMESPACE" get deployment "$app" -o 'jsonpath={.status.availableReplicas}')
  k -n "$NAMESPACE" rollout undo "deployment/$app" >/dev/null && rolled_out "$app" && within 120 is_ready "$app" || return 1
  note "**$app**: $what did not get ready in 60 s; ${available:-0} pod went on; undone"
  [[ $available == 1 ]]
}

try_servers() {
  local app uid start code=0
  load_begin servers || return 1
  for app in "${SERVERS_TRIED[@]}"; do
    uid=$(pods_of "$app" -o 'jsonpath={.items[0].metadata.uid}')
    start=$SECONDS
    k -n "$NAMESPACE" rollout restart "statefulset/$app" >/dev/null || return 1
    within 300 is_ready "$app" "$uid" || { note "$app did not come back" && return 1; }
    note "**$app**: ready again after $((SECONDS - start)) s"
    sleep 5
  done
  load_end any || code=1
  for app in "${SERVICES_TRIED[@]}"; do within 120 is_ready "$app" || { note "$app is not ready any more" && code=1; }; done
  return "$code"
}

was_ended_for_memory() { pods_of analysis -o 'jsonpath={range .items[*]}{.status.containerStatuses[0].lastState.terminated.reason} {end}' | grep -q OOMKilled; }

try_memory() {
  local heap code=0
  heap='"args":["-Xmx3g"]'
  [[ -z $(k -n "$NAMESPACE" get deployment analysis -o 'jsonpath={.spec.template.spec.containers[0].env[?(@.name=="JAVA_TOOL_OPTIONS")].value}') ]] ||
    heap='"env":[{"name":"JAVA_TOOL_OPTIONS","value":"-Xmx3g"}]'
  load_begin memory || return 1
  k -n "$NAMESPACE" patch deployment analysis -p "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"analysis\",$heap,
    \"resources\":{\"requests\":{\"memory\":\"704Mi\"},\"limits\":{\"memory\":\"704Mi\"}}}]}}}}" >/dev/null || return 1
  rolled_out analysis || return 1
  client_manifest press "$CLIENTS" "app.kubernetes.io/name: press" always press --seconds 240 | k apply -f - >/dev/null || return 1
  if within 240 was_ended_for_memory; then
    note "ended by the kernel for its memory (OOMKilled)"
  else
    note "it was not ended" && code=1
  fi
  k -n "$CLIENTS" delete pod press --grace-period=1 --wait >/dev/null || true
  within 120 is_ready analysis || { note "it did not come back" && code=1; }
  note "ready again, started again $(restarts analysis) times"
  k -n "$NAMESPACE" rollout undo deployment/analysis >/dev/null && rolled_out analysis || code=1
  load_end any || code=1
  return "$code"
}

try_scale() {
  local code=0 members
  load_begin scale || return 1
  for members in "$PARTITIONS" 1; do
    k -n "$NAMESPACE" scale deployment analysis --replicas="$members" >/dev/null && rolled_out analysis || return 1
    broker_client "shares-$members" shares --group "$GROUP" --topic averment.articles.live.v1 --members "$members" --seconds 120 || code=1
    note_lines broker "$tried/shares-$members.log"
    sleep 10
  done
  load_end undisturbed || code=1
  broker_client order order || code=1
  note_lines broker "$tried/order.log"
  return "$code"
}

try_count() {
  local code=0 app
  broker_client dead-letters dead-letters || code=1
  note_lines broker "$tried/dead-letters.log"
  for app in "${SERVICES_TRIED[@]}" "${SERVERS_TRIED[@]}"; do note "$app: started again $(restarts "$app") times in its present pods"; done
  return "$code"
}

# ---------------------------------------------------------------------------------------------------------------- policies

may_connect() { # FROM TARGET; the arrows
  case "$1 $2" in
    "ingest postgresql" | "query postgresql" | "ingest-migration postgresql" | "query-migration postgresql") ;;
    "ingest kafka" | "analysis kafka" | "query kafka" | "topics kafka" | "kafka kafka") ;;
    "ingest keycloak" | "analysis keycloak" | "query keycloak" | "gateway keycloak") ;;
    "gateway ingest" | "gateway analysis" | "gateway query") ;;
    "monitoring ingest-figures" | "monitoring analysis-figures" | "monitoring query-figures") ;;
    *) return 1 ;;
  esac
}

attempts() { # FROM; one word a target
  local app ip target port sign
  for target in ingest:8080 ingest-figures:9000 analysis:8080 analysis-figures:9000 query:8080 query-figures:9000 \
    postgresql:5432 kafka:9092 keycloak:8080 keycloak-figures:9000; do
    port=${target#*:} target=${target%:*} app=${target%:*}
    app=${app%-figures}
    ip=$(sed -n "s/^$app //p" "$tried/addresses")
    sign=%
    if may_connect "$1" "$target"; then sign=+; fi
    printf '%s%s=%s:%s\n' "$sign" "$target" "$ip" "$port"
  done
}

probe() { # FROM NAMESPACE LABELS
  local words=() word
  while IFS= read -r word; do words+=("$word"); done < <(attempts "$1")
  client_manifest "probe-$1" "$2" "$3, averment.io/probe: \"yes\"" never connect --seconds 300 "${words[@]}" | k apply -f - >/dev/null
}

PROBES=(ingest ingest-migration analysis query query-migration topics postgresql kafka keycloak stranger gateway monitoring outsider)

namespace_of() { case $1 in gateway) echo "$CLIENTS" ;; monitoring) echo "$WATCHERS" ;; outsider) echo default ;; *) echo "$NAMESPACE" ;; esac; }

labels_of() { # PROBE
  local part="app.kubernetes.io/part-of: averment"
  case $1 in
    ingest | analysis | query) echo "app.kubernetes.io/name: $1, app.kubernetes.io/component: service, $part" ;;
    *-migration) echo "app.kubernetes.io/name: ${1%-migration}, app.kubernetes.io/component: migration, $part" ;;
    gateway | monitoring | outsider) echo "app.kubernetes.io/name: probe" ;;
    *) echo "app.kubernetes.io/name: $1, $part" ;;
  esac
}

try_policies() {
  local from ip code=0
  load_begin policies || return 1
  for from in "${SERVICES_TRIED[@]}" "${SERVERS_TRIED[@]}"; do
    # Without an address every attempt would be refused, as if by a policy.
    ip=$(pods_of "$from" -o 'jsonpath={.items[0].status.podIP}') || ip=
    [[ -n $ip ]] || { note "$from has no address" && return 1; }
    printf '%s %s\n' "$from" "$ip"
  done >"$tried/addresses"
  for from in "${PROBES[@]}"; do
    probe "$from" "$(namespace_of "$from")" "$(labels_of "$from")" || return 1
  done
  for from in "${PROBES[@]}"; do
    within 120 has_begun "$(namespace_of "$from")" "probe-$from" || { note "the probe $from did not start" && return 1; }
  done
  hook_policies || { note "the policies could not be put in force" && return 1; }
  for from in "${PROBES[@]}"; do
    within 330 has_ended "$(namespace_of "$from")" "probe-$from" || code=1
    k -n "$(namespace_of "$from")" logs "probe-$from" >"$tried/probe-$from.log" 2>&1 || code=1
    [[ $(verdict "$tried/probe-$from.log") == "as drawn" ]] || code=1
    note "**$from**: connected to $(made_by "$from"); refused by $(grep -c ' refused' "$tried/probe-$from.log") others$(grep 'must not be' "$tried/probe-$from.log" | sed 's/^connection: /; WRONG: /')"
    k -n "$(namespace_of "$from")" delete pod "probe-$from" --grace-period=1 --wait=false >/dev/null || true
  done
  load_end undisturbed || code=1
  return "$code"
}

has_begun() { is_running "$1" "$2" || has_ended "$1" "$2"; } # NAMESPACE POD

made_by() { # PROBE
  local made
  made=$(sed -n 's/^connection: \([^ ]*\) made.*/\1/p' "$tried/probe-$1.log" | tr '\n' ' ')
  printf '%s' "${made:-nothing }" | sed 's/ $//'
}
