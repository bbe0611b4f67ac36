# Starts processes on behalf of whoever holds the other end of standard input, and ends them all when that end closes,
# whether its holder said so, crashed or was killed. Read with `bash -c`; argument 1: seconds to let a process end by itself.
#
# A request is one line, `start STAGE SIGNAL SCRIPT`; the answer is one line, the process id. Each process leads a group of
# its own, so that Ctrl-C in a terminal reaches only the owner and so that its helpers end with it. Processes end by stage,
# the highest first, each by its SIGNAL; what is left after the grace is killed.
set -m
# Handlers that do nothing: to ignore a signal would be inherited by everything started here.
trap : INT TERM HUP PIPE QUIT
grace=$1
pids=() stages=() signals=()

while :; do
  IFS= read -r request
  status=$?
  (( status > 128 )) && continue
  (( status == 0 )) || break
  read -r _ stage signal script <<<"$request"
  bash "$script" </dev/null >/dev/null 2>&1 &
  pids+=("$!") stages+=("$stage") signals+=("$signal")
  echo "$!"
done

alive() { kill -0 -- "-$1" 2>/dev/null; }

for (( stage = 9; stage >= 0; stage-- )); do
  left=()
  for i in "${!pids[@]}"; do
    if [[ ${stages[i]} == "$stage" ]] && alive "${pids[i]}"; then
      kill -s "${signals[i]}" -- "-${pids[i]}" 2>/dev/null
      left+=("${pids[i]}")
    fi
  done
  for (( tick = 0; tick < grace * 20 && ${#left[@]} > 0; tick++ )); do
    still=()
    for pid in "${left[@]}"; do alive "$pid" && still+=("$pid"); done
    left=("${still[@]}")
    (( ${#left[@]} == 0 )) || sleep 0.05
  done
  for pid in "${left[@]}"; do kill -s KILL -- "-$pid" 2>/dev/null; done
done
