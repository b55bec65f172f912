academyFind.take("4baf7a7ef794","f-area",[["vale","The Vale",0,"##$##$###################"],["ashby","Ashby",1,"#%##$#####$####%#%#"],["brookvale","Brookvale",1,"$+'&&%"]]);
