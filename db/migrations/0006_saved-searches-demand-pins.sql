CREATE TABLE "publications" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "publications_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"practice_id" uuid NOT NULL,
	"version" bigint NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"matched_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "saved_search_matches" (
	"saved_search_id" uuid NOT NULL,
	"publication_id" bigint NOT NULL,
	"digest_id" uuid,
	CONSTRAINT "saved_search_matches_saved_search_id_publication_id_pk" PRIMARY KEY("saved_search_id","publication_id")
);
--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"params" text NOT NULL,
	"alert" text DEFAULT 'off' NOT NULL,
	"alert_since" timestamp (3) with time zone,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_searches_name" CHECK (length(btrim("saved_searches"."name")) > 0),
	CONSTRAINT "saved_searches_alert" CHECK ("saved_searches"."alert" in ('off', 'daily', 'weekly'))
);
--> statement-breakpoint
CREATE TABLE "search_digests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"day" date NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_demand" (
	"day" date NOT NULL,
	"province" text,
	"language" text NOT NULL,
	"words" text NOT NULL,
	"searches" integer NOT NULL,
	"without_hit" integer NOT NULL,
	"opened" integer NOT NULL,
	CONSTRAINT "search_demand_row" UNIQUE NULLS NOT DISTINCT("day","province","language","words"),
	CONSTRAINT "search_demand_language" CHECK ("search_demand"."language" in ('id', 'en')),
	CONSTRAINT "search_demand_words_filled" CHECK (length(btrim("search_demand"."words")) > 0),
	CONSTRAINT "search_demand_counts" CHECK ("search_demand"."searches" >= 0 and "search_demand"."without_hit" >= 0 and "search_demand"."opened" >= 0)
);
--> statement-breakpoint
CREATE TABLE "search_pins" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"hub_id" uuid,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"target" text NOT NULL,
	"practice_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"language" text,
	"reason" text NOT NULL,
	"expires_on" date NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"removed_by" uuid,
	CONSTRAINT "search_pins_kind" CHECK ("search_pins"."kind" in ('words', 'facet')),
	CONSTRAINT "search_pins_language" CHECK ("search_pins"."language" in ('id', 'en')),
	CONSTRAINT "search_pins_key_filled" CHECK (length(btrim("search_pins"."key")) > 0),
	CONSTRAINT "search_pins_reason" CHECK (length(btrim("search_pins"."reason")) > 0),
	CONSTRAINT "search_pins_position" CHECK ("search_pins"."position" between 1 and 3)
);
--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_search_matches" ADD CONSTRAINT "saved_search_matches_saved_search_id_saved_searches_id_fk" FOREIGN KEY ("saved_search_id") REFERENCES "public"."saved_searches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_search_matches" ADD CONSTRAINT "saved_search_matches_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_search_matches" ADD CONSTRAINT "saved_search_matches_digest_id_search_digests_id_fk" FOREIGN KEY ("digest_id") REFERENCES "public"."search_digests"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_digests" ADD CONSTRAINT "search_digests_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_demand" ADD CONSTRAINT "search_demand_province_regions_code_fk" FOREIGN KEY ("province") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_pins" ADD CONSTRAINT "search_pins_hub_id_hubs_organisation_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_pins" ADD CONSTRAINT "search_pins_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_pins" ADD CONSTRAINT "search_pins_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_pins" ADD CONSTRAINT "search_pins_removed_by_users_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "publications_pending" ON "publications" USING btree ("id") WHERE "publications"."matched_at" is null;--> statement-breakpoint
CREATE INDEX "saved_search_matches_digest" ON "saved_search_matches" USING btree ("digest_id");--> statement-breakpoint
CREATE INDEX "saved_search_matches_publication" ON "saved_search_matches" USING btree ("publication_id");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_searches_params" ON "saved_searches" USING btree ("user_id","params");--> statement-breakpoint
CREATE UNIQUE INDEX "search_digests_day" ON "search_digests" USING btree ("user_id","day");--> statement-breakpoint
CREATE INDEX "search_demand_words" ON "search_demand" USING btree ("words","day");--> statement-breakpoint
CREATE INDEX "search_pins_key" ON "search_pins" USING btree ("key") WHERE "search_pins"."removed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "search_pins_once" ON "search_pins" USING btree (coalesce("hub_id"::text, ''),"key","practice_id",coalesce("language", '')) WHERE "search_pins"."removed_at" is null;