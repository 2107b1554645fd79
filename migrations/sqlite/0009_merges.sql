-- Topics that people merged, and documents that they put elsewhere. Until now neither could be: every document is
-- where it says itself, and where its topic was found for it that is worked out anew.
CREATE TABLE `document_places` (
	`document_id` text PRIMARY KEY NOT NULL,
	`topic_id` text NOT NULL,
	`actor` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL
) STRICT;

CREATE TABLE `topic_aliases` (
	`id` text PRIMARY KEY NOT NULL,
	`into_id` text NOT NULL,
	`title` text NOT NULL,
	`sample` integer NOT NULL,
	`version` integer NOT NULL,
	`revision` integer NOT NULL,
	`found` integer NOT NULL,
	`actor` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL
) STRICT;

CREATE INDEX `topic_aliases_into` ON `topic_aliases` (`into_id`);
ALTER TABLE `documents` ADD `named` text;
ALTER TABLE `past_entries` ADD `named` text;
