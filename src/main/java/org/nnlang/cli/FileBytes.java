package org.nnlang.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nnlang.data.ByteSource;
import org.nnlang.files.FileReason;
import org.nnlang.language.Host;

/** Reads the bytes of a file on this machine. */
final class FileBytes implements ByteSource {
    private final SeekableByteChannel channel;
    private final long size;

    private FileBytes(SeekableByteChannel channel, long size) {
        this.channel = channel;
        this.size = size;
    }

    static FileBytes open(Path file) throws IOException {
        long size = Files.isRegularFile(file) ? Files.size(file) : -1; // a pipe's size is unknown
        return new FileBytes(Files.newByteChannel(file), size);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        try {
            return channel.read(ByteBuffer.wrap(into, from, length));
        } catch (IOException trouble) {
            throw new Host.FileTrouble(FileReason.of(trouble), 0);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException read) {
            // the file was read completely
        }
    }
}
