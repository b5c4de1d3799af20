package org.nnlang.documents;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Host;
import org.nnlang.network.Cancellation;
import org.nnlang.session.Session;
import org.nnlang.text.Source;

/** A session of a document, and the scripts that have run in it. */
final class DocumentSession {
    /** A block in a strand, for others to go on after it. */
    record Place(DocumentSession strand, int count) {
        /** A session that stands where this block ended: run anew, where the first one has gone on since. */
        DocumentSession goOn(Host host, Cancellation cancellation) {
            DocumentSession again = new DocumentSession(host);
            for (Source source : strand.scripts.subList(0, count)) {
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

    /** Runs what changes nothing. */
    Transcript ask(Source source, Cancellation cancellation) {
        return Transcript.of(session, source, cancellation);
    }

    Place here() {
        return new Place(this, scripts.size());
    }
}
