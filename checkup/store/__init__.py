"""The one encrypted file: an age identity under the passphrase, the record encrypted to it.

`record_file` makes and opens it, `rescuing` reads what is left of a damaged one, `verifying` looks
at all of it for the command line, `errors` tells apart what can go wrong.
"""
