"""Every address that search engines should know, in files of the sitemap protocol."""
