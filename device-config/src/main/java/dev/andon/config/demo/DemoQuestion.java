package dev.andon.config.demo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import org.jspecify.annotations.Nullable;

/// A question to the demonstration plant.
///
/// @param id such as `demo-1`
/// @param file the recording, in the folder of the questions
/// @param text what is said in it
/// @param machine the register's id of the machine that it is asked at; null for none
@JsonIgnoreProperties(ignoreUnknown = true)
public record DemoQuestion(String id, String file, String text, @Nullable String machine) {
    /// The same question asked once more.
    public DemoQuestion again() {
        return new DemoQuestion(id + "-again", file, text, machine);
    }
}
