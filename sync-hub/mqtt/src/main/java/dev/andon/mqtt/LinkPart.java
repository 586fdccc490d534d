package dev.andon.mqtt;

import java.util.List;

/// One use of a connection among others: what it wants to hear, and what it does when it hears it.
/// All methods but [#subscriptions] are called on the thread of the link, one at a time; work
/// that takes long is handed on to a thread of its own.
public interface LinkPart {
    /// A filter of topics.
    ///
    /// @param qos 0 or 1
    /// @param kept what is published there is retained, and is asked for again and again: see
    ///     [LinkParts]
    record Subscription(String filter, int qos, boolean kept) {
        /// To messages that pass.
        public static Subscription passing(String filter, int qos) {
            return new Subscription(filter, qos, false);
        }

        /// To messages that the broker retains, QoS 1.
        public static Subscription kept(String filter) {
            return new Subscription(filter, 1, true);
        }

        /// Whether a topic is meant.
        public boolean matches(String topic) {
            return TopicFilter.matches(filter, topic);
        }
    }

    /// What it wants to hear.
    List<Subscription> subscriptions();

    /// A new link stands, and the subscriptions with it.
    void connected(MqttLink link);

    /// A message of one of its filters; a retained one may come several times. When this returns it
    /// is acknowledged; if it throws an [MqttFailure] it is not, and the link ends.
    void arrived(Delivery delivery);

    /// The link is gone.
    default void lost() {}

    /// Called at least every [LinkParts#TICK].
    default void tick() {}
}
