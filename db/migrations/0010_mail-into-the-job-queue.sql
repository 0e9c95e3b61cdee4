CREATE TABLE "once_keys" (
	"key" text PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
-- Letters that wait go the new way; what was sent once stays sent once.
INSERT INTO "once_keys" ("key", "created_at") SELECT "unique_key", "created_at" FROM "jobs" WHERE "unique_key" IS NOT NULL;
--> statement-breakpoint
SELECT graphile_worker.add_job('send_mail', (payload || jsonb_build_object('letterId', id))::json, max_attempts => 11)
  FROM "jobs" WHERE "kind" = 'mail' AND "done_at" IS NULL AND "dead_at" IS NULL ORDER BY "created_at";
--> statement-breakpoint
DROP TABLE "jobs" CASCADE;