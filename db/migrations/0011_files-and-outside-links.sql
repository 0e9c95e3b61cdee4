CREATE TABLE "files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"practice_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"state" text NOT NULL,
	"scanned_at" timestamp (3) with time zone,
	"refusal" text,
	"photo" jsonb,
	"uploaded_by" uuid,
	"uploaded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "files_kind" CHECK ("files"."kind" in ('photo', 'document')),
	CONSTRAINT "files_state" CHECK ("files"."state" in ('quarantined', 'processing', 'ready', 'refused')),
	CONSTRAINT "files_name" CHECK (length(btrim("files"."name")) > 0),
	CONSTRAINT "files_bytes" CHECK ("files"."bytes" > 0),
	CONSTRAINT "files_sha256" CHECK ("files"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "files_photo" CHECK (("files"."kind" = 'photo') = ("files"."photo" is not null)),
	CONSTRAINT "files_refused" CHECK (("files"."state" = 'refused') = ("files"."refusal" is not null))
);
--> statement-breakpoint
CREATE TABLE "outside_links" (
	"url" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"answer" text NOT NULL,
	"checked_at" timestamp (3) with time zone NOT NULL,
	"failing_since" timestamp (3) with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "outside_links_state" CHECK ("outside_links"."state" in ('fine', 'failing', 'dead')),
	CONSTRAINT "outside_links_failing" CHECK (("outside_links"."state" = 'fine') = ("outside_links"."failing_since" is null))
);
--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_uploaded_by_users_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_practice" ON "files" USING btree ("practice_id");--> statement-breakpoint
CREATE INDEX "files_waiting" ON "files" USING btree ("state") WHERE "files"."state" in ('quarantined', 'processing');--> statement-breakpoint
CREATE INDEX "outside_links_due" ON "outside_links" USING btree ("due_at");