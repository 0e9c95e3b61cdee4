CREATE TABLE "practice_counts" (
	"practice_id" uuid NOT NULL,
	"day" date NOT NULL,
	"views" integer DEFAULT 0 NOT NULL,
	"visitors" integer DEFAULT 0 NOT NULL,
	"downloads" integer DEFAULT 0 NOT NULL,
	"citations" integer DEFAULT 0 NOT NULL,
	"comparisons" integer DEFAULT 0 NOT NULL,
	"api_reads" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "practice_counts_practice_id_day_pk" PRIMARY KEY("practice_id","day"),
	CONSTRAINT "practice_counts_visitors" CHECK ("practice_counts"."visitors" between 0 and "practice_counts"."views")
);
--> statement-breakpoint
CREATE TABLE "practice_counts_of_months" (
	"practice_id" uuid NOT NULL,
	"day" date NOT NULL,
	"views" integer DEFAULT 0 NOT NULL,
	"visitors" integer DEFAULT 0 NOT NULL,
	"downloads" integer DEFAULT 0 NOT NULL,
	"citations" integer DEFAULT 0 NOT NULL,
	"comparisons" integer DEFAULT 0 NOT NULL,
	"api_reads" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "practice_counts_of_months_practice_id_day_pk" PRIMARY KEY("practice_id","day"),
	CONSTRAINT "practice_counts_of_months_first" CHECK (extract(day from "practice_counts_of_months"."day") = 1)
);
--> statement-breakpoint
ALTER TABLE "practice_counts" ADD CONSTRAINT "practice_counts_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_counts_of_months" ADD CONSTRAINT "practice_counts_of_months_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "practice_counts_day" ON "practice_counts" USING btree ("day");--> statement-breakpoint
INSERT INTO "installation" ("key", "value") VALUES ('counting_since', (now() AT TIME ZONE 'Asia/Jakarta')::date::text);
