CREATE TABLE `review_targets` (
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`target` text NOT NULL,
	PRIMARY KEY(`seq`, `kind`, `target`),
	FOREIGN KEY (`seq`) REFERENCES `reviews`(`seq`) ON UPDATE no action ON DELETE cascade
) STRICT;

CREATE INDEX `review_targets_target` ON `review_targets` (`kind`,`target`);
CREATE TABLE `reviews` (
	`seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`body` text NOT NULL
) STRICT;

CREATE UNIQUE INDEX `reviews_id` ON `reviews` (`id`);
CREATE TABLE `trait_keys` (
	`key` text NOT NULL,
	`published_at` integer NOT NULL,
	`document_id` text NOT NULL,
	PRIMARY KEY(`key`, `published_at`, `document_id`),
	FOREIGN KEY (`document_id`) REFERENCES `traits`(`document_id`) ON UPDATE no action ON DELETE cascade
) STRICT;

CREATE INDEX `trait_keys_document` ON `trait_keys` (`document_id`);
CREATE TABLE `traits` (
	`document_id` text PRIMARY KEY NOT NULL,
	`founds` text NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;

CREATE INDEX `traits_founds` ON `traits` (`founds`);

-- Origins are told apart in another way: all topics are reconciled again.
UPDATE `topics` SET `dirty_order` = `rowid` + (SELECT coalesce(max(`dirty_order`), 0) FROM `topics`) WHERE `dirty_order` IS NULL;
