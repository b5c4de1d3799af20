package org.nnlang.files;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;

/** What the system reports of the files in a folder: created, changed or deleted, in that order. */
public final class FolderEvents implements AutoCloseable {
    /** What happens to a file that takes another one's place in one step: it is never deleted, and never half written. */
    public static final List<String> REPLACED_IN_ONE_STEP = List.of("ENTRY_CREATE");

    private final Path folder;
    private final WatchService watch;

    public FolderEvents(Path folder) throws IOException {
        this.folder = folder;
        watch = folder.getFileSystem().newWatchService();
        folder.register(watch, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
    }

    /** The events of a file so far. */
    public List<String> of(String file) throws IOException, InterruptedException {
        String last = "the last event";
        Files.createFile(folder.resolve(last)); // events come in order: this is the last of them
        List<String> events = new ArrayList<>();
        boolean over = false;
        while (!over) {
            WatchKey key = watch.take();
            for (WatchEvent<?> event : key.pollEvents()) {
                String name = String.valueOf(event.context());
                over |= name.equals(last);
                if (name.equals(file)) {
                    events.add(event.kind().name());
                }
            }
            key.reset();
        }
        Files.delete(folder.resolve(last));
        return events;
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }
}
