package io.averment.ingest.article;

/** What tells one outlet's articles apart: the address if there is one, else the sender's own id, else the text. */
public sealed interface Identity {

    /** Which kind of identity it is, with the version of the rule behind it; part of the article id, so it never changes. */
    String discriminator();

    /** The identifying text of that kind. */
    String value();

    /** The best identity that a report has. */
    static Identity of(Report report) {
        var address = report.address();
        if (address != null) {
            return new ByAddress(address);
        }
        var externalId = report.externalId();
        return externalId != null ? new ByExternalId(externalId) : new ByText(report.text());
    }

    /** A report found at an address. */
    record ByAddress(CanonicalAddress address) implements Identity {
        @Override
        public String discriminator() {
            return "address-v1";
        }

        @Override
        public String value() {
            return address.value();
        }
    }

    /** A report that its sender names by an id of his own. */
    record ByExternalId(String id) implements Identity {
        @Override
        public String discriminator() {
            return "external-id";
        }

        @Override
        public String value() {
            return id;
        }
    }

    /** A report that only its own words identify; a changed text is another article. */
    record ByText(CleanText text) implements Identity {
        @Override
        public String discriminator() {
            return "text";
        }

        @Override
        public String value() {
            return FieldDigest.sha256()
                    .field(text.headline())
                    .field(text.body())
                    .hex();
        }
    }
}
