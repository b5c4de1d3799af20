package org.nnlang.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nnlang.blas.OpenBlas;
import org.nnlang.data.ByteSource;
import org.nnlang.engine.MatrixProducts;
import org.nnlang.interpreter.Host;

/** The files of this machine; a path in a script starts from the script's own folder. */
final class FileHost implements Host {
    @Override
    public String resolve(String path, String script) {
        try {
            Path file = Path.of(path);
            Path folder = Path.of(script).getParent();
            Path resolved = folder == null ? file : folder.resolve(file);
            return resolved.normalize().toString();
        } catch (InvalidPathException odd) {
            return path;
        }
    }

    @Override
    public Optional<MatrixProducts> products() {
        return OpenBlas.load();
    }

    @Override
    public boolean exists(String path) {
        try {
            return Files.exists(Path.of(path));
        } catch (InvalidPathException odd) {
            return false;
        }
    }

    @Override
    public List<String> neighbours(String path) {
        List<String> names = new ArrayList<>();
        try {
            Path folder = Path.of(path).toAbsolutePath().getParent();
            try (var files = Files.newDirectoryStream(folder)) {
                files.forEach(file -> names.add(file.getFileName().toString()));
            }
        } catch (IOException | InvalidPathException | NullPointerException unknown) {
            names.clear(); // no suggestion, then
        }
        return names;
    }

    @Override
    public String read(String path) {
        try {
            return read(path, file -> text(Files.readAllBytes(file)));
        } catch (OutOfMemoryError tooLarge) {
            throw new FileTrouble("it is too large for the memory", 0);
        }
    }

    @Override
    public ByteSource open(String path) {
        return read(path, FileBytes::open);
    }

    @Override
    public long memory() {
        return Runtime.getRuntime().maxMemory();
    }

    private interface Reader<T> {
        T read(Path file) throws IOException;
    }

    private static <T> T read(String path, Reader<T> reader) {
        try {
            Path file = Path.of(path);
            if (Files.isDirectory(file)) {
                throw new FileTrouble("it is a folder", 0);
            }
            return reader.read(file);
        } catch (NoSuchFileException missing) {
            throw new FileTrouble("there is no such file", 0);
        } catch (InvalidPathException odd) {
            throw new FileTrouble("this can't be a file's name", 0);
        } catch (IOException trouble) {
            throw new FileTrouble(reason(trouble), 0);
        }
    }

    /** UTF-8 bytes as text. */
    static String text(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\ufffd') >= 0) {
            try {
                decoder.decode(ByteBuffer.wrap(bytes));
            } catch (CharacterCodingException bad) {
                throw new FileTrouble("not UTF-8", line(text));
            }
        }
        return text;
    }

    private static int line(String text) {
        int bad = text.indexOf('\ufffd');
        return (int) text.substring(0, bad).chars().filter(c -> c == '\n').count() + 1;
    }

    @Override
    public void write(String path, String text) {
        try {
            Path file = Path.of(path);
            if (Files.isDirectory(file)) {
                throw new FileTrouble("it is a folder", 0);
            }
            Path fresh = Path.of(file + "." + ProcessHandle.current().pid() + ".tmp");
            try {
                Files.writeString(fresh, text);
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (NoSuchFileException missing) {
            throw new FileTrouble("there is no such folder", 0);
        } catch (InvalidPathException odd) {
            throw new FileTrouble("this can't be a file's name", 0);
        } catch (IOException trouble) {
            throw new FileTrouble(reason(trouble), 0);
        }
    }

    static String reason(IOException trouble) {
        return switch (trouble) {
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException known when known.getReason() != null -> known.getReason();
            default -> String.valueOf(trouble.getMessage());
        };
    }
}
