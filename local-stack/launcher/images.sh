# shellcheck shell=bash
# Part of ../../averment: container images of the services. Needs ROOT, SERVICES, tools.sh and build.sh.

images() { # [OPTIONS] [SERVICE...]
  local word services=() option='' native=yes
  for word in "$@"; do
    if [[ -n $option ]]; then
      option=
      continue
    fi
    case $word in
      --out | --base | --push) option=$word ;;
      --jvm) [[ " $* " == *" --native "* ]] || native= ;;
      --native | --out=* | --base=* | --push=*) ;;
      *)
        [[ " ${SERVICES[*]} " == *" $word "* ]] ||
          misuse "\`images\` does not know $word." "The services: ${SERVICES[*]}; ./averment images --help says what else it takes."
        services+=("$word")
        ;;
    esac
  done
  [[ -z $option ]] || misuse "$option needs a value." "./averment images --help says what it takes."
  ((${#services[@]} > 0)) || services=("${SERVICES[@]}")
  [[ -z $native ]] || refuse_stale_natives "${services[@]}"
  build_with_bills "${services[@]}"
  build local-stack/stack local-stack/images
  find_jdk
  exec "$JAVA_HOME/bin/java" "-Daverment.commit=$(commit)" "@$(output_of local-stack/images)" io.averment.images.Main "$@"
}
