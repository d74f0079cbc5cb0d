"""How well the search ranks: 40 questions with judged answers, nDCG@10 beside plain BM25."""
