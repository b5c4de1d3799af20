package org.nnlang.documents;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Host;
import org.nnlang.network.Cancellation;
import org.nnlang.session.Session;
import org.nnlang.text.Source;

/** A session of a document, with the scripts that have run in it. */
final class DocumentSession {
    /** The end of a block in a session, from which other blocks can continue. */
    record Place(DocumentSession session, int count) {
        /** A new session in the state after this block, made by running the scripts again. */
        DocumentSession replay(Host host, Cancellation cancellation) {
            DocumentSession again = new DocumentSession(host);
            for (Source source : session.scripts.subList(0, count)) {
                again.run(source, cancellation);
            }
            return again;
        }
    }

    private final Session session;
    private final List<Source> scripts = new ArrayList<>();

    DocumentSession(Host host) {
        session = new Session(host);
    }

    Transcript run(Source source, Cancellation cancellation) {
        scripts.add(source);
        return Transcript.of(session, source, cancellation);
    }

    /** Runs a script that changes nothing. */
    Transcript ask(Source source, Cancellation cancellation) {
        return Transcript.of(session, source, cancellation);
    }

    Place here() {
        return new Place(this, scripts.size());
    }
}
