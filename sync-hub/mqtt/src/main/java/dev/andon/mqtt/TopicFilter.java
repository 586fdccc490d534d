package dev.andon.mqtt;

/// Topic filters as MQTT 5 defines them (section 4.7), shared subscriptions included.
final class TopicFilter {
    private static final String SHARED = "$share/";

    private TopicFilter() {}

    static boolean matches(String filter, String topic) {
        String[] wanted = bare(filter).split("/", -1);
        String[] levels = topic.split("/", -1);
        if (topic.startsWith("$") && (wanted[0].equals("+") || wanted[0].equals("#"))) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].equals("#")) {
                return true;
            }
            if (i == levels.length || !wanted[i].equals("+") && !wanted[i].equals(levels[i])) {
                return false;
            }
        }
        return wanted.length == levels.length;
    }

    private static String bare(String filter) {
        return filter.startsWith(SHARED)
                ? filter.substring(filter.indexOf('/', SHARED.length()) + 1)
                : filter;
    }
}
