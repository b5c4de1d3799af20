package org.nnlang.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nnlang.blas.OpenBlas;
import org.nnlang.csv.FastCsvReader;
import org.nnlang.data.ByteSource;
import org.nnlang.data.CsvReader;
import org.nnlang.engine.Engine;
import org.nnlang.files.AtomicFile;
import org.nnlang.files.FileReason;
import org.nnlang.language.Host;
import org.nnlang.picture.PictureFile;
import org.nnlang.raster.PngPicture;
import org.nnlang.training.Kernels;

/** Reads and writes files on this machine; a path in a script starts from the script's folder. */
public class FileHost implements Host {
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
    public Kernels kernels() {
        return new Engine(OpenBlas::load);
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
    public boolean isSame(String one, String other) {
        try {
            return one.equals(other) || exists(one) && exists(other) && Files.isSameFile(Path.of(one), Path.of(other));
        } catch (IOException unknown) {
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
            names.clear(); // then there is no suggestion
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
    public CsvReader csv() {
        return new FastCsvReader();
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
        } catch (InvalidPathException odd) {
            throw new FileTrouble("this can't be a file's name", 0);
        } catch (IOException trouble) {
            throw new FileTrouble(FileReason.of(trouble), 0);
        }
    }

    /** Decodes UTF-8 bytes. */
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
        write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void writePicture(String path, PictureFile picture) {
        write(path, picture.bytes());
    }

    private static void write(String path, byte[] bytes) {
        try {
            AtomicFile.write(Path.of(path), bytes);
        } catch (InvalidPathException odd) {
            throw new FileTrouble("this can't be a file's name", 0);
        } catch (IOException trouble) {
            throw new FileTrouble(FileReason.of(trouble), 0);
        }
    }

    @Override
    public PictureFile png(String svg, String numbers) {
        return new PngPicture(svg, numbers);
    }
}
