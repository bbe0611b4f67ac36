#!/bin/sh
# Starts a broker that is its own controller. Needs `java` on the PATH and the broker's jars in /opt/kafka/libs.
set -eu
broker() { java -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED -cp '/opt/kafka/libs/*' "$@"; }
broker -Xmx128m kafka.tools.StorageTool format --ignore-formatted --cluster-id YXZlcm1lbnQAAAAAAAAAAQ --config /etc/averment/server.properties
exec java -Xms128m -Xmx384m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED \
  -cp '/opt/kafka/libs/*' kafka.Kafka /etc/averment/server.properties
