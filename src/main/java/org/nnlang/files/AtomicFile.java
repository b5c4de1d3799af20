package org.nnlang.files;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Writes a file so that at any moment, even if the process is killed or the power fails, the file has all of its old
 * contents or all of the new ones.
 *
 * <p>The new contents go to a temporary file next to it, then to the disk, and then take its name in one step. The file keeps
 * its permissions, its group and, if the system allows it, its owner. A symbolic link stays a link: its target is replaced.
 * An irregular file, such as a pipe or a device, is written directly.
 */
public final class AtomicFile {
    private static final int MOST_LINKS = 40;

    private AtomicFile() {}

    /** Writes a file's contents. */
    public interface Contents {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a file, whether there is one already or not. */
    public static void write(Path file, byte[] bytes) throws IOException {
        write(file, out -> out.write(bytes));
    }

    /** Writes a file, whether there is one already or not. */
    public static void write(Path file, Contents contents) throws IOException {
        write(file, contents, null);
    }

    /** Writes a file if it still has its old contents; otherwise fails. */
    public static void replace(Path file, byte[] old, byte[] now) throws IOException {
        write(file, out -> out.write(now), old);
    }

    private static void write(Path file, Contents contents, byte[] old) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "it is a folder");
        }
        Path target = target(file);
        if (target == null) {
            writeDirectly(file, contents);
            return;
        }
        Path folder = target.getParent();
        if (!Files.isDirectory(folder)) {
            throw new FileSystemException(file.toString(), null, "there is no such folder");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(file.toString());
        }
        Unfinished.deleteLeftovers(folder);
        Path fresh = createBeside(target);
        try {
            fill(fresh, contents, target);
            if (old != null && !Arrays.equals(Files.readAllBytes(target), old)) {
                throw new FileSystemException(file.toString(), null, "it has changed since");
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException | Error trouble) {
            Unfinished.delete(fresh);
            throw trouble;
        }
        force(folder);
    }

    /** The target of all links, or null to write the file directly. */
    private static Path target(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return null;
        }
        Path target = file.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemLoopException(file.toString());
            }
            Path folder = target.getParent().toRealPath();
            if (folder.startsWith("/proc")) {
                return null; // /dev/stdout: a file that another process has opened and keeps writing
            }
            target = folder.resolve(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static void writeDirectly(Path file, Contents contents) throws IOException {
        try (OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND))) {
            contents.writeTo(out);
        }
    }

    private static Path createBeside(Path target) throws IOException {
        try {
            return Unfinished.file(target.getParent(), attributes(target));
        } catch (AccessDeniedException denied) {
            if (Files.exists(target)) {
                throw new FileSystemException(
                        target.toString(), null, "its folder can't be written, so it can't be replaced in one step");
            }
            throw denied;
        }
    }

    /** The file's permissions from the start, so that nobody reads the new contents who could not read the old ones. */
    private static FileAttribute<?>[] attributes(Path target) throws IOException {
        PosixFileAttributes old = posix(target);
        if (old == null) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> permissions = EnumSet.of(PosixFilePermission.OWNER_WRITE);
        permissions.addAll(old.permissions());
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }

    /** Fills a file that will take the target's place, and forces it to the disk. */
    @SuppressWarnings("try")
    private static void fill(Path fresh, Contents contents, Path target) throws IOException {
        try (FileOutputStream file = new FileOutputStream(fresh.toFile())) {
            OutputStream out = new BufferedOutputStream(file, 1 << 16);
            contents.writeTo(out);
            out.flush();
            PosixFileAttributes old = posix(target);
            if (old != null) {
                copy(old, Files.getFileAttributeView(fresh, PosixFileAttributeView.class));
            }
            file.getFD().sync();
        }
    }

    /** The attributes of a file, or null if there is no file or the system has no such attributes. */
    private static PosixFileAttributes posix(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null || !Files.exists(file) ? null : view.readAttributes();
    }

    private static void copy(PosixFileAttributes old, PosixFileAttributeView to) throws IOException {
        PosixFileAttributes now = to.readAttributes();
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        permissions.addAll(old.permissions());
        try {
            if (!now.group().equals(old.group())) {
                to.setGroup(old.group());
            }
        } catch (IOException denied) { // then its permissions must not apply to another group
            permissions.removeAll(PosixFilePermissions.fromString("---rwx---"));
        }
        try {
            if (!now.owner().equals(old.owner())) {
                to.setOwner(old.owner());
            }
        } catch (IOException denied) {
            // only the superuser may
        }
        to.setPermissions(permissions);
    }

    /** Forces a folder's new names to the disk; a system that can't do that writes them later. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unable) {
            return;
        }
    }
}
